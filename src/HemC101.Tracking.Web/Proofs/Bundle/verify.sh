#!/bin/sh
# Проверяет это доказательство без программы, которая его сделала: нужны sh и openssl.
# Checks this evidence without the program that made it: needs sh and openssl.
set -eu
export LC_ALL=C
CDPATH='' cd -- "$(dirname -- "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

no() {
    echo "НЕ ДОКАЗАНО / NOT PROVEN: $*"
    exit 1
}

hex() { od -An -v -tx1 | tr -d ' \n'; }
sha256() { openssl dgst -sha256 -binary; }

openssl dgst -sha256 -verify public-key.pem -signature seal.sig seal.txt >/dev/null 2>&1 || no "seal.txt, seal.sig"
openssl dgst -sha256 -verify public-key.pem -signature files.sig files.txt >/dev/null 2>&1 || no "files.txt, files.sig"
key=$(openssl pkey -pubin -in public-key.pem -outform DER | sha256 | hex)
[ "$(sed -n 's/^key //p' seal.txt)" = "$key" ] || no "public-key.pem"

while read -r hash name; do
    [ -f "$name" ] || no "$name"
    [ "$(sha256 <"$name" | hex)" = "$hash" ] || no "$name"
done <files.txt

root=$(sed -n 's/^root //p' seal.txt)
before=0000000000000000000000000000000000000000000000000000000000000000
count=0
for entry in entries/*.bin; do
    name=${entry%.bin}
    # The entry continues the one before it, and holds the data that stand beside it.
    [ "$(tail -c 32 "$entry" | hex)" = "$before" ] || no "$entry"
    size=$(wc -c <"$name.json")
    tail -c $((size + 32)) "$entry" | head -c "$size" | cmp -s - "$name.json" || no "$name.json"
    sha256 <"$entry" >"$work/hash"
    before=$(hex <"$work/hash")
    # RFC 6962: a leaf is the hash of 00 and the entry's hash, a node the hash of 01 and its two children.
    { printf '\000' && cat "$work/hash"; } | sha256 >"$work/node"
    while read -r side other; do
        printf '%s' "$other" | openssl base64 -d -A >"$work/other"
        if [ "$side" = L ]; then
            { printf '\001' && cat "$work/other" "$work/node"; } | sha256 >"$work/next"
        else
            { printf '\001' && cat "$work/node" "$work/other"; } | sha256 >"$work/next"
        fi
        mv "$work/next" "$work/node"
    done <"$name.path"
    [ "$(hex <"$work/node")" = "$root" ] || no "$entry"
    count=$((count + 1))
done

echo "ДОКАЗАНО / PROVEN: $count"
echo "Ключ / Key: $key"
sed -n 's/^sealed //p; s/^entries /1-/p' seal.txt
