/** The answer, or an error with what it said. */
export async function expectOk(asked: Promise<Response>): Promise<Response> {
  const answered = await asked;
  if (!answered.ok) throw new Error(`${answered.status} ${await answered.text()}`);
  return answered;
}
