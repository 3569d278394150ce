// A page that uses the AI SDK, without a framework: what useChat keeps, and how it asks.
import { AbstractChat, DefaultChatTransport } from 'ai';

const [gateway, session] = process.argv.slice(2);

/** What a framework's useChat keeps. */
class State {
  status = 'ready';
  error = undefined;
  messages = [];
  pushMessage = (message) => (this.messages = [...this.messages, message]);
  popMessage = () => (this.messages = this.messages.slice(0, -1));
  replaceMessage = (index, message) => (this.messages = this.messages.with(index, message));
  snapshot = (value) => structuredClone(value);
}

export class Chat extends AbstractChat {
  constructor(id, { fetch, body, ...options } = {}) {
    const transport = new DefaultChatTransport({
      api: `${gateway}/api/chat/ui`,
      headers: { 'X-Session-Id': session },
      fetch,
      body,
    });
    super({ id, state: new State(), transport, onError: (error) => (this.failure = error), ...options });
  }
}

export const textOf = (message) =>
  message.parts
    .filter((part) => part.type === 'text')
    .map((part) => part.text)
    .join('');

export async function until(condition) {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > 30_000) throw new Error(`Not within 30 s: ${condition}`);
    await new Promise((later) => setTimeout(later, 20));
  }
}
