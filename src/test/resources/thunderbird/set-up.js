// Fills in Thunderbird's own dialogue for a new account as a person does; what it showed on the way.
const [name, address, password, protocol] = given;
await mail.openAccountHub("MAIL");
const dialogue = await until("the dialogue", () =>
  mail.document.querySelector("account-hub-container")?.shadowRoot.querySelector("account-hub-email")
);
const shown = async selector =>
  until(selector, () => [...dialogue.querySelectorAll(selector)].find(found => found.checkVisibility()));
const type = async (selector, text) => {
  const field = await shown(selector);
  field.value = text;
  field.dispatchEvent(new mail.Event("input", { bubbles: true }));
};
const forward = async () => (await until("an enabled button", async () => {
  const button = await shown("#forward");
  return !button.disabled && button;
})).click();

await type("#realName", name);
await type("#email", address);
await forward();
await shown("#configFound");
(await shown(`#${protocol}`)).click();
const values = {};
for (const field of dialogue.querySelectorAll("#configFound .data"))
  if (field.checkVisibility()) values[field.id] = (await until(field.id, () => field.textContent.trim()));
await forward();
await type("#password", password);
await forward();
await shown("email-added-success");
await forward();
return values;
