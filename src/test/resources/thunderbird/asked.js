// What Thunderbird has asked, once there is something.
await until("a question", () => globalThis.asked.length);
return globalThis.asked;
