/**
 * Runs long work that the user may stop: the first Ctrl-C (or SIGTERM) asks it to finish what is in
 * hand, a second one ends the process at once, which loses nothing that was already kept.
 * @param said what the user is told at the first
 */
export async function untilInterrupted<T>(
  work: (signal: AbortSignal) => Promise<T>,
  said = '正在停止，已取得的内容会保留；再按一次立即退出。',
): Promise<T> {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(6);
    process.stderr.write(`\n${said}\n`);
    controller.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
