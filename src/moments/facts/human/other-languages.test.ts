import { expect, it } from 'vitest';
import { readActs } from './read-acts.ts';

const actsOf = (own: string): string[] => [...readActs(own, { follows: true, pasted: 'none', refusedWork: false })];

it.each([
  'Nein, nimm die vorhandene Funktion',
  'Das stimmt so nicht, der Wert kommt aus der Datenbank',
  'Du hast den leeren Fall vergessen',
  "Non, ce n'est pas ce que j'ai demandé",
  'Tu as oublié le cas vide',
  'Eso no es correcto, el valor viene de la base',
  '¿Por qué has borrado la prueba?',
  'Você esqueceu o caso vazio',
  'Isso está errado, use a função que já existe',
  '不对，应该用已有的函数',
  '你忘了空列表的情况',
  '違います、既存の関数を使ってください',
  'テストを消さずに元に戻してください',
])('correction: %s', (own) => {
  expect(actsOf(own)).toContain('correction');
});

it.each([
  'Warum wird der Cache zweimal geleert?',
  'Pourquoi le cache est-il vidé deux fois ?',
  '¿Cómo funciona el bloqueo?',
  'Por que o cache é limpo duas vezes?',
  '为什么要清两次缓存？',
  'なぜキャッシュを二回消すのですか？',
])('question: %s', (own) => {
  expect(actsOf(own)).toContain('question');
});

it.each([
  'Die Suche funktioniert immer noch nicht',
  'Le bouton ne marche pas',
  'La página no carga',
  'A página não carrega',
  '还是不行，页面不显示',
  'ボタンを押してもエラーが出ます',
])('report: %s', (own) => {
  expect(actsOf(own)).toContain('report');
});

it.each(['ja', 'oui', 'sí', 'sim', '好的', 'はい'])('approval: %s', (own) => {
  expect(actsOf(own)).toContain('approval');
});

it.each([
  'Füge einen Test hinzu',
  'Ajoute un test',
  'Añade una prueba',
  'Adicione um teste',
  '加一个测试',
  'テストを追加してください',
  'add a test for the moment the list is empty',
])('a request, and no correction: %s', (own) => {
  expect(actsOf(own)).not.toContain('correction');
  expect(actsOf(own)).toContain('request');
});
