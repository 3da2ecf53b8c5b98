// Does in the account settings what a guide says, finding every thing by the words that the guide uses for it.
const [steps] = given;
const stepCalled = id => steps.find(step => step.id == id);
const account = MailServices.accounts.accounts.find(one => one.defaultIdentity);
const entry = [...mail.document.querySelectorAll("#appMenu-popup toolbarbutton")].find(
  one => one.label == stepCalled("open").chosen.at(-1)
);
if (!entry) throw new Error("no such entry in the menu");
entry.doCommand();
const settings = await until("the account settings", () => {
  const tab = mail.document.getElementById("tabmail").tabInfo.find(one => one.browser?.currentURI?.spec == "about:accountsettings");
  const page = tab?.browser.contentDocument;
  return page?.getElementById("accounttree")?.rows?.length && page;
});
const frame = settings.getElementById("contentFrame");
const same = (element, words) =>
  [element.value, element.label, element.textContent].some(text => typeof text == "string" && text.trim().replace(/:$/, "") == words);

/** The page of the account settings that the tree's row of this name opens, of our account where it has one. */
const open = async (words, sign) => {
  const tree = settings.getElementById("accounttree");
  const row = await until(words, () => {
    const own = [...tree.rows].find(one => one._account == account);
    return [...own.querySelectorAll("li"), ...tree.rows].find(one => same(one.querySelector(".name"), words));
  });
  if (row._account) tree.expandRow([...tree.children].find(one => one._account == account));
  let looks = 0;
  return until(`the page ${words}`, () => {
    // While they open, the settings select an account by themselves, on a slow machine after us or before they listen.
    const place = [...tree.rows].indexOf(row);
    if (looks++ % 400 == 399) tree.selectedIndex = 0;
    if (tree.selectedIndex != place) tree.selectedIndex = place;
    const page = frame.contentDocument;
    return page?.readyState == "complete" && page.getElementById(sign) && (!row._account || settings.defaultView.currentPageId == row.getAttribute("PageTag")) && page;
  });
};

/** What the label of these words belongs to. One label of 153.7 names an element that is not there. */
const field = async (page, words) =>
  until(`the field ${words}`, () => {
    const label = [...page.querySelectorAll("label, *|label")].find(one => one.getAttribute("control") && same(one, words));
    const id = label?.getAttribute("control");
    return id && (page.getElementById(id) ?? page.getElementById(id.replace("server.", "smtp.")));
  });

const set = async (page, { label, value }) => {
  const control = await field(page, label);
  const event = name => control.dispatchEvent(new page.defaultView.Event(name, { bubbles: true }));
  if (control.localName == "select") {
    const option = await until(`${value} in ${label}`, () => [...control.options].find(one => !one.hidden && same(one, value)));
    control.value = option.value;
    event("change");
  } else if (control.localName == "menulist") {
    const option = await until(`${value} in ${label}`, () => [...control.querySelectorAll("menuitem")].find(one => !one.hidden && same(one, value)));
    control.selectedItem = option;
    event("command");
  } else {
    control.focus();
    control.value = value;
    event("input");
    event("change");
  }
};

const press = async (page, words) => {
  const button = await until(`the button ${words}`, () => {
    const dialog = page.querySelector("dialog");
    const own = dialog?.getButton ? [dialog.getButton("accept"), dialog.getButton("cancel")] : [];
    return [...page.querySelectorAll("button"), ...own].find(one => one && !one.disabled && same(one, words));
  });
  button.doCommand ? button.doCommand() : button.click();
};

const dialogue = async () =>
  until("the window for the server", () => {
    const opened = settings.defaultView.gSubDialog._topDialog?._frame?.contentDocument;
    return opened?.getElementById("smtp.hostname") && opened.readyState == "complete" && opened;
  });

const seen = [];
for (const step of steps) {
  seen.push(step.id);
  const rows = async page => { for (const row of step.rows) await set(page, row); };
  switch (step.id) {
    case "open": break;
    case "server-settings": await open(step.chosen.at(-1), "server.port"); break;
    case "incoming": await rows(frame.contentDocument); break;
    case "outgoing-list": {
      const page = await open(step.chosen[0], "smtpList");
      const list = page.getElementById("smtpList");
      await until("the sending server", () => list.itemCount);
      list.selectedIndex = 0;
      await press(page, step.chosen.at(-1));
      break;
    }
    case "outgoing-name": await rows(await dialogue()); break;
    case "outgoing":
      await rows(await dialogue());
      await press(await dialogue(), step.chosen.at(-1));
      await until("its end", () => !settings.defaultView.gSubDialog._topDialog);
      break;
    case "server-name": await rows(await open(stepCalled("server-settings").chosen.at(-1), "server.port")); break;
    default: throw new Error(`nobody has taught me the step ${step.id}`);
  }
}
return seen;
