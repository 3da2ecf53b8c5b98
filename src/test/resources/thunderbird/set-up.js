// Fills in Thunderbird's own dialogue for a new account as a person does who follows a guide: on every page each word of
// the guide's drawing has to be seen. What the dialogue showed of the settings found.
const [name, address, password, protocol, guide] = given;
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

/** All that is to be read below a node, through every shadow; one text for each element. */
const read = node => {
  if (node.nodeType == mail.Node.ELEMENT_NODE && !node.checkVisibility()) return [];
  const below = [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].flatMap(read);
  const own = [...node.childNodes].filter(one => one.nodeType == mail.Node.TEXT_NODE).map(one => one.data).join("").trim();
  return [own, node.label, node.value].filter(text => typeof text == "string" && text).concat(below);
};
const plain = text => text.trim().replace(/:$/, "");
const compare = async id => {
  for (const words of guide.find(step => step.id == id).drawn)
    await until(`“${words}” on the page ${id}`, () => read(dialogue).some(text => plain(text) == plain(words)), 20_000).catch(fault => {
      throw new Error(`${fault.message}, which says: ${read(dialogue).join(" | ")}`);
    });
};

await type("#realName", name);
await type("#email", address);
await compare("address");
await forward();
await shown("#configFound");
(await shown(`#${protocol}`)).click();
const values = {};
for (const field of dialogue.querySelectorAll("#configFound .data"))
  if (field.checkVisibility()) values[field.id] = (await until(field.id, () => field.textContent.trim()));
await compare("found");
await forward();
await type("#password", password);
await compare("password");
await forward();
await shown("email-added-success");
await compare("finished");
await forward();
return values;
