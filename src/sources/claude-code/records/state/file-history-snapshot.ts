import { z } from 'zod';

export const fileHistorySnapshotSchema = z.object({ messageId: z.string().nullish() });
