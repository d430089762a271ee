import type { RecallCard, Review } from '../../model/recall.ts';
import type { Scheduler } from './create-scheduler.ts';

/** The card after an answer. What was answered stays written down. */
export function reviewCard(card: RecallCard, review: Review, scheduler: Scheduler): RecallCard {
  return { ...card, memory: scheduler.review(card.memory, review.grade, review.at), reviews: [...card.reviews, review] };
}

/** Whether it came back, hard or not. */
export const isRemembered = ({ grade }: Pick<Review, 'grade'>): boolean => grade !== 'again';
