import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The port listened on, or the system's error code (EADDRINUSE, EACCES …). */
export function listenOn(server: Server, { host, port }: { host: string; port: number }): Promise<{ port: number } | { code: string }> {
  return new Promise((resolve) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.off('listening', onListening);
      resolve({ code: error.code ?? error.message });
    };
    const onListening = (): void => {
      server.off('error', onError);
      resolve({ port: (server.address() as AddressInfo).port });
    };
    server.once('error', onError).once('listening', onListening).listen({ host, port, exclusive: true });
  });
}
