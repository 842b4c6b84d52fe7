// The device's own clock goes with every step, and a form is sent once.

for (const field of document.querySelectorAll("input[data-device-time]")) {
    field.form.addEventListener("submit", () => {
        field.value = new Date().toISOString();
    });
}

for (const form of document.querySelectorAll("form[data-once]")) {
    form.addEventListener("submit", event => {
        if (form.dataset.sent) {
            event.preventDefault();
        }
        form.dataset.sent = "yes";
    });
}
