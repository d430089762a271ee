/** How the embedded server runs, given on its command line so that a look at the process shows all of it. */
export function listSettings(socketFolder: string, port: number): string[] {
  const settings: Readonly<Record<string, string | number>> = {
    // Only through the socket, in a folder that nobody else may enter.
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    port,
    // What was acknowledged is on the disk.
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // A team's database is small, and so may be the machine.
    max_connections: 60,
    shared_buffers: '32MB',
    maintenance_work_mem: '32MB',
    max_wal_size: '256MB',
    io_method: 'sync',
    max_parallel_workers_per_gather: 0,
    jit: 'off',
    // Nobody copies it while it runs but `rounds backup`, which reads it as a client.
    wal_level: 'minimal',
    max_wal_senders: 0,
    // An error's message may quote what people wrote: those go to the client, and never into a file.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
