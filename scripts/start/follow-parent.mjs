// Loaded into a server that another Node process started: when that one is gone, however it went, the server ends too.
process.channel?.unref();
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
