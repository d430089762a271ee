import { spawn } from 'node:child_process';

/**
 * Runs a child in our place: same terminal, same signals, same exit code. Ctrl-C reaches the whole process group and npm
 * forwards it once more, so signals are passed on and otherwise ignored until the child has ended.
 */
export function runChild(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const forward = (signal) => child.kill(signal);
    const signals = ['SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    process.on('SIGINT', () => {});
    child.on('error', (error) => {
      process.stderr.write(`${command} could not be started: ${error.message}\n`);
      resolve(70);
    });
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1)));
  });
}
