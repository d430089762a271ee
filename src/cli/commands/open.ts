export async function open(): Promise<void> {}
