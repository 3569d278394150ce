// Talks to Parley as a page does that uses the AI SDK: node ai-sdk.mjs GATEWAY SESSION. Fails loudly, or prints "ok".
import assert from 'node:assert/strict';
import { Chat, textOf, until } from './page.mjs';

async function talk() {
  const chat = new Chat(`chat-${crypto.randomUUID()}`);
  await chat.sendMessage({ text: 'Hello! My name is Ada.' });
  await chat.sendMessage({ text: 'What is my name?' });
  assert.equal(chat.failure, undefined);
  assert.equal(chat.status, 'ready');
  assert.deepEqual(
    chat.messages.map((message) => message.role),
    ['user', 'assistant', 'user', 'assistant'],
  );
  assert.match(textOf(chat.messages[3]), /Ada/);
  const [first, second] = [chat.messages[1], chat.messages[3]];
  assert.equal(first.metadata.conversation_id, second.metadata.conversation_id);
}

async function tools() {
  const chat = new Chat(`chat-${crypto.randomUUID()}`);
  await chat.sendMessage({ text: 'Where could I open a coffee bar in Berlin?' });
  assert.equal(chat.failure, undefined);
  const call = chat.messages[1].parts.find((part) => part.type === 'dynamic-tool');
  assert.equal(call.toolName, 'location_scout');
  assert.equal(call.state, 'output-available');
  assert.ok(textOf(chat.messages[1]).length > 0);
}

/** A page is closed in the middle of an answer, and opened again. */
async function resume() {
  const id = `chat-${crypto.randomUUID()}`;
  const leaving = new AbortController();
  const chat = new Chat(id, { fetch: (url, init) => fetch(url, { ...init, signal: leaving.signal }) });
  const sent = chat.sendMessage({ text: 'Hello! What can you do?' });
  await until(() => chat.lastMessage?.role === 'assistant' && textOf(chat.lastMessage) !== '');
  leaving.abort();
  await sent.catch(() => {});

  const opened = new Chat(id);
  await opened.resumeStream();
  assert.equal(opened.failure, undefined);
  assert.equal(opened.messages.length, 1);
  assert.ok(textOf(opened.messages[0]).startsWith(textOf(chat.lastMessage)));
  assert.equal(opened.messages[0].parts.find((part) => part.type === 'text').state, 'done');

  await opened.resumeStream();
  assert.equal(opened.failure, undefined);
  assert.equal(opened.messages.length, 1);
}

async function refusal() {
  const chat = new Chat(`chat-${crypto.randomUUID()}`);
  await chat.sendMessage({ text: 'x'.repeat(33_000) });
  assert.match(String(chat.failure), /validation_failed/);
}

await Promise.all([talk(), tools(), resume(), refusal()]);
console.log('ok');
