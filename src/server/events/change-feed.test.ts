import { describe, expect, it } from 'vitest';
import { createChangeFeed } from './change-feed.ts';

const change = (subject: string, data: unknown) => ({ name: 'changed', subject, data });

describe('createChangeFeed', () => {
  it('tells what was missed, the latest of each subject, in order', () => {
    const feed = createChangeFeed('a');
    feed.publish(change('import', 1));
    const seen = feed.latestId();
    feed.publish(change('round', 1));
    feed.publish(change('import', 2));
    feed.publish(change('round', 2));
    expect(feed.missedSince(seen)).toMatchObject([
      { subject: 'import', data: 2 },
      { subject: 'round', data: 2 },
    ]);
    expect(feed.missedSince(feed.latestId())).toEqual([]);
  });

  it.each(['b.1', 'a.99', 'a.-1', 'a.', 'a', '', 'a.1.5x', 'a.1e1'])('cannot tell what was missed since %j', (lastId) => {
    const feed = createChangeFeed('a');
    feed.publish(change('round', 1));
    expect(feed.missedSince(lastId)).toBeNull();
  });

  it('keeps a bounded past and says when it has forgotten', () => {
    const feed = createChangeFeed('a');
    const atStart = feed.latestId();
    for (let count = 0; count < 1500; count += 1) feed.publish(change(`round ${count}`, count));
    expect(feed.missedSince(atStart)).toBeNull();
    expect(feed.missedSince('a.500')).toHaveLength(1000);
  });

  it('stops telling who has left', () => {
    const feed = createChangeFeed('a');
    const heard: string[] = [];
    const leave = feed.subscribe(({ id }) => heard.push(id));
    feed.publish(change('x', 0));
    leave();
    feed.publish(change('x', 1));
    expect(heard).toEqual(['a.1']);
  });
});
