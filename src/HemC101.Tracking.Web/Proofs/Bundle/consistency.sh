#!/bin/sh
# Проверяет без программы, которая его сделала, что журнал продолжает опечатанное раньше: нужны sh и openssl.
# Checks without the program that made it that the ledger continues what was sealed before: needs sh and openssl.
#   sh verify.sh [seal-00000012345.txt]   своя копия прежней печати / your own copy of the earlier seal
set -eu
export LC_ALL=C
command -v openssl >/dev/null || { echo "Нужен openssl / openssl is needed"; exit 2; }
mine=
[ $# -eq 0 ] || mine=$(CDPATH='' cd -- "$(dirname -- "$1")" && pwd)/$(basename -- "$1")
CDPATH='' cd -- "$(dirname -- "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

no() {
    echo "НЕ ДОКАЗАНО / NOT PROVEN: $*"
    exit 1
}

hex() { od -An -v -tx1 | tr -d ' \n'; }
sha256() { openssl dgst -sha256 -binary; }

# RFC 6962: a node is the hash of 01 and its two children.
join() {
    { printf '\001' && cat "$work/$1" "$work/$2"; } | sha256 >"$work/next"
    mv "$work/next" "$work/$3"
}

# Nothing is reckoned with that is no seal: seven lines, and a number of entries without a sign or a zero in front.
for seal in earlier later; do
    [ "$(head -n 1 "$seal.txt")" = "HemC101.Tracking ledger seal 1" ] && [ "$(wc -l <"$seal.txt")" -eq 7 ] || no "$seal.txt"
    case $(sed -n 's/^entries //p' "$seal.txt") in
        '' | 0* | *[!0-9]* | ???????????????*) no "$seal.txt" ;;
    esac
    openssl dgst -sha256 -verify "$seal.pem" -signature "$seal.sig" "$seal.txt" >/dev/null 2>&1 || no "$seal.txt, $seal.sig"
    key=$(openssl pkey -pubin -in "$seal.pem" -outform DER | sha256 | hex)
    [ "$(sed -n 's/^key //p' "$seal.txt")" = "$key" ] || no "$seal.pem"
    echo "Ключ / Key ($seal): $key"
done
[ "$(sed -n 's/^key //p' earlier.txt)" = "$key" ] ||
    echo "ВНИМАНИЕ: печати подписаны разными ключами, сравните оба / NOTE: the seals were signed with different keys, compare both"
[ -n "$mine" ] ||
    echo "ВНИМАНИЕ: ваша копия печати не названа, прежняя печать взята из этой папки / NOTE: no copy of yours was named, the earlier seal is the one of this folder"
[ -z "$mine" ] || cmp -s "$mine" earlier.txt || no "$mine"

first=$(sed -n 's/^entries //p' earlier.txt)
second=$(sed -n 's/^entries //p' later.txt)
[ "$first" -le "$second" ] || no "later.txt"
if [ "$first" -eq "$second" ]; then
    [ ! -s hashes.txt ] && cmp -s earlier.txt later.txt || no "hashes.txt"
else
    # RFC 9162, 2.1.4.2. Of a whole earlier tree the first hash is its root.
    node=$((first - 1))
    last=$((second - 1))
    while [ $((node & 1)) -eq 1 ]; do
        node=$((node >> 1))
        last=$((last >> 1))
    done
    while read -r hash || [ -n "$hash" ]; do
        printf '%s' "$hash" | openssl base64 -d -A >"$work/hash" || no "hashes.txt"
        [ "$(wc -c <"$work/hash")" -eq 32 ] || no "hashes.txt"
        if [ ! -e "$work/before" ]; then
            cp "$work/hash" "$work/before"
            cp "$work/hash" "$work/after"
            continue
        fi
        [ "$last" -ne 0 ] || no "hashes.txt"
        if [ $((node & 1)) -eq 1 ] || [ "$node" -eq "$last" ]; then
            join hash before before
            join hash after after
            while [ $((node & 1)) -eq 0 ] && [ "$node" -ne 0 ]; do
                node=$((node >> 1))
                last=$((last >> 1))
            done
        else
            join after hash after
        fi
        node=$((node >> 1))
        last=$((last >> 1))
    done <hashes.txt
    [ -e "$work/before" ] && [ "$last" -eq 0 ] || no "hashes.txt"
    [ "$(hex <"$work/before")" = "$(sed -n 's/^root //p' earlier.txt)" ] || no "earlier.txt"
    [ "$(hex <"$work/after")" = "$(sed -n 's/^root //p' later.txt)" ] || no "later.txt"
fi

echo "ДОКАЗАНО / PROVEN: 1-$first, 1-$second"
sed -n 's/^sealed //p' earlier.txt later.txt
