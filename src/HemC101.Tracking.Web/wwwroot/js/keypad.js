// A large keypad under every PIN field, for gloves and touch. Without script the field is typed into.

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

function key(text, name, press) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.tabIndex = -1;
    if (name) {
        button.setAttribute("aria-label", name);
    }
    button.addEventListener("pointerdown", event => event.preventDefault());
    button.addEventListener("click", press);
    return button;
}

function attach(field) {
    const pad = document.createElement("div");
    pad.className = "keypad";
    pad.setAttribute("role", "group");
    pad.setAttribute("aria-label", field.dataset.keypadName ?? "PIN");

    const change = value => {
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const digit = d => key(d, null, () => change(field.value + d));

    const clear = key(field.dataset.keypadClear ?? "C", null, () => change(""));
    clear.classList.add("keypad-word");
    pad.append(...digits.map(digit), clear, digit("0"), key("⌫", field.dataset.keypadBack, () => change(field.value.slice(0, -1))));
    field.insertAdjacentElement("afterend", pad);
}

document.querySelectorAll("input[data-keypad]").forEach(attach);
