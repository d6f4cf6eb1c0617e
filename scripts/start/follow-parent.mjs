// The server ends with the process that started it, however that one went. npm runs scripts through a shell, which takes
// a signal without passing it on; a starter under an older Node holds the server by a channel.
const starter = process.ppid;

if (process.channel) {
  process.channel.unref();
  process.once("disconnect", end);
} else if (process.env.npm_lifecycle_event) {
  const watch = setInterval(() => {
    if (process.ppid === starter) return;
    clearInterval(watch);
    end();
  }, 200);
  watch.unref();
}

function end() {
  process.kill(process.pid, "SIGTERM");
}
