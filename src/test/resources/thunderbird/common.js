// What all scripts share; `given` holds a script's arguments.
const module = name => ChromeUtils.importESModule(`resource:///modules/${name}.sys.mjs`);
const { MailServices } = module("MailServices");
const mail = Services.wm.getMostRecentWindow("mail:3pane");
const patience = 90_000;

/** The first thing that `ask` finds; a fault that says what was waited for when patience is over. */
const until = async (what, ask, time = patience) => {
  const end = Date.now() + time;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise(resolve => mail.setTimeout(resolve, 50));
  }
};

/** Waits for one of Thunderbird's own jobs, which it does with a listener; what the job's end was. */
const job = start =>
  new Promise((resolve, reject) =>
    start({
      QueryInterface: ChromeUtils.generateQI(["nsIUrlListener"]),
      OnStartRunningUrl() {},
      OnStopRunningUrl(url, status) {
        if (Components.isSuccessCode(status)) resolve();
        else reject(new Error(`${url?.spec} ended with ${ChromeUtils.getXPCOMErrorName?.(status) ?? status}`));
      },
    })
  );

const named = (values, names) => Object.fromEntries(names.map(name => [values[name], name]));
const security = named(Ci.nsMsgSocketType, ["plain", "alwaysSTARTTLS", "SSL"]);
const login = named(Ci.nsMsgAuthMethod, ["none", "passwordCleartext", "passwordEncrypted", "secure", "OAuth2"]);

/** A server's settings in Thunderbird's own words. */
const words = server => ({
  type: server.type,
  host: server.hostname ?? server.serverURI.host,
  port: server.port ?? server.serverURI.port,
  security: security[server.socketType],
  login: login[server.auth ?? server.authMethod],
  user: server.username,
});
