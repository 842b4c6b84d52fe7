// Copies a code as it stands in its symbol, separators included. Only the demonstration accepts pasted codes.

for (const button of document.querySelectorAll("button[data-copy]")) {
    button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(button.dataset.copy);
        button.classList.add("copied");
        setTimeout(() => button.classList.remove("copied"), 1200);
    });
}
