import { QueryClient } from '@tanstack/react-query';
import { ApiFailure } from './api-failure.ts';

/** Only silence is worth asking again about; an answer that says no will say no again. */
const mayAskAgain = (count: number, thrown: unknown): boolean => thrown instanceof ApiFailure && thrown.status === 0 && count < 2;

export const createQueryClient = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { staleTime: 15_000, retry: mayAskAgain, retryDelay: 800 }, mutations: { retry: false } } });
