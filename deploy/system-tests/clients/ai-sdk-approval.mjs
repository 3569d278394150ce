// A page's user agrees to tool calls, and does not: node ai-sdk-approval.mjs GATEWAY SESSION MODEL NAME. The tool books for NAME
// what was agreed to, and for "not NAME" what was not. Fails loudly, or prints "ok".
import assert from 'node:assert/strict';
import { lastAssistantMessageIsCompleteWithApprovalResponses } from 'ai';
import { Chat, textOf, until } from './page.mjs';

const [model, name] = process.argv.slice(4);
const options = { body: { model }, sendAutomaticallyWhen: lastAssistantMessageIsCompleteWithApprovalResponses };
const callIn = (chat) => chat.messages.at(-1).parts.find((part) => part.type === 'dynamic-tool');

/** Asks for a booking; the page is opened once more before anything is decided. */
async function asked(bookedFor) {
  const id = `chat-${crypto.randomUUID()}`;
  const chat = new Chat(id, options);
  await chat.sendMessage({ text: `[[tool:book_telescope {"name":"${bookedFor}"}]]` });
  const opened = new Chat(id, options);
  await opened.resumeStream();
  for (const page of [chat, opened]) {
    assert.equal(page.failure, undefined);
    assert.equal(callIn(page).state, 'approval-requested');
    assert.deepEqual(callIn(page).input, { name: bookedFor });
  }
  return opened;
}

async function decided(chat, approved, state) {
  await chat.addToolApprovalResponse({ id: callIn(chat).approval.id, approved, reason: 'Because.' });
  await until(() => chat.failure || (chat.status === 'ready' && callIn(chat).state === state));
  assert.equal(chat.failure, undefined);
  assert.equal(callIn(chat).approval.approved, approved);
  assert.equal(chat.messages.length, 1);
  assert.equal(chat.messages[0].parts.filter((part) => part.type === 'dynamic-tool').length, 1);
}

async function agree() {
  const chat = await asked(name);
  await decided(chat, true, 'output-available');
  assert.equal(callIn(chat).output.booked_for, name);
  assert.match(textOf(chat.messages[0]), new RegExp(name));
}

async function refuse() {
  const chat = await asked(`not ${name}`);
  await decided(chat, false, 'output-denied');
  assert.match(textOf(chat.messages[0]), /rejected/);
}

await Promise.all([agree(), refuse()]);
console.log('ok');
