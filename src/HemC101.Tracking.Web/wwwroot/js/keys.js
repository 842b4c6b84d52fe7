// How a text comes into a field: key by key, how fast, and by which last key. It only measures; the server decides what it means.

export const burstGap = 80;     // ms: keys closer than this belong to one burst
export const burstOver = 100;   // ms of silence after which a burst is over
export const shortestBurst = 6; // fewer keys say nothing about a rhythm

const records = new WeakMap();

function recordOf(field) {
    if (!records.has(field)) {
        forget(field);
    }
    return records.get(field);
}

export function forget(field) {
    records.set(field, { keys: 0, gaps: [], lastAt: 0, end: "Nothing", said: "", whole: null });
}

// One character by a key, at the time the event tells: a busy page must not slow a scanner down.
export function pressed(field, at) {
    if (field.value === "") {
        forget(field);
    }
    const record = recordOf(field);
    if (record.keys > 0) {
        record.gaps.push(at - record.lastAt);
    }
    record.keys++;
    record.lastAt = at;
}

export function ended(field, key) {
    recordOf(field).end = key;
}

// Not by keys: "pasted" whatever is added, or "camera" until something of the whole text is changed by hand.
export function cameBy(field, said, whole = null) {
    forget(field);
    Object.assign(recordOf(field), { said, whole });
}

function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

// What the form sends beside the text. Nothing is known of a field that no key filled.
export function entryOf(field) {
    const { keys, gaps, end, said, whole } = recordOf(field);
    const measured = gaps.length > 0 && field.value !== "";
    return {
        EntryMethod: whole === null || whole === field.value ? said : "typed",
        KeyCount: measured ? String(keys) : "",
        KeyMedianMs: measured ? median(gaps).toFixed(1) : "",
        KeyEnd: measured ? end : "",
    };
}
