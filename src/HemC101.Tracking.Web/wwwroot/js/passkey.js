// Passkeys: the browser's authenticator is asked, and its answer goes back in the form. Where the browser has none, the form says so or stays hidden.

// A passkey belongs to a name: a site that is opened by its number has none.
const named = !/^[\d.]+$|:/.test(location.hostname);
const able = named && typeof PublicKeyCredential === "function"
    && typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function"
    && typeof PublicKeyCredential.parseCreationOptionsFromJSON === "function";

async function ask(form) {
    const answer = await fetch(form.dataset.options, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok) {
        throw new Error(`The site answered ${answer.status}.`);
    }
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await answer.json());
    return navigator.credentials.get({ publicKey });
}

function make(form) {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(form.dataset.create));
    return navigator.credentials.create({ publicKey });
}

async function send(form) {
    const button = form.querySelector("button[type=submit]");
    const failed = form.querySelector(".passkey-failed");
    button.disabled = true;
    failed.textContent = "";
    try {
        const credential = await (form.dataset.create ? make(form) : ask(form));
        form.elements.PasskeyAnswer.value = JSON.stringify(credential);
        form.submit();
    } catch (error) {
        console.info(error);
        failed.textContent = form.dataset.failed;
        button.disabled = false;
    }
}

if (able) {
    document.querySelectorAll("form[data-passkey]").forEach(form => {
        form.hidden = false;
        form.querySelector("button[type=submit]").disabled = false;
        form.querySelector(".passkey-without")?.remove();
        form.addEventListener("submit", event => {
            event.preventDefault();
            send(form);
        });
    });
}
