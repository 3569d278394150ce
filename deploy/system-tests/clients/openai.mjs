// Talks to Parley with OpenAI's own client: node openai.mjs GATEWAY TOKEN. Fails loudly, or prints "ok".
import assert from 'node:assert/strict';
import OpenAI from 'openai';

const [gateway, token] = process.argv.slice(2);
const client = new OpenAI({ baseURL: `${gateway}/v1`, apiKey: token, maxRetries: 0 });
const hello = [{ role: 'user', content: 'Hello! What can you do?' }];

async function models() {
  const names = [];
  for await (const model of client.models.list()) names.push(model.id);
  assert.equal(names[0], 'default');
  assert.ok(names.includes('offline'), names.join());
  assert.equal((await client.models.retrieve('offline')).id, 'offline');
  assert.equal((await client.models.retrieve('openai:some-name')).owned_by, 'openai');
}

async function whole() {
  const answer = await client.chat.completions.create({ model: 'default', messages: hello, max_tokens: 5 });
  assert.equal(answer.choices[0].finish_reason, 'length');
  assert.ok(answer.choices[0].message.content.length > 0);
  assert.equal(answer.usage.total_tokens, answer.usage.prompt_tokens + answer.usage.completion_tokens);
}

async function streamed() {
  const stream = client.chat.completions.stream({
    model: 'offline',
    messages: hello,
    stream_options: { include_usage: true },
  });
  let deltas = '';
  stream.on('content', (delta) => (deltas += delta));
  const answer = await stream.finalChatCompletion();
  assert.equal(answer.choices[0].finish_reason, 'stop');
  assert.equal(answer.choices[0].message.content, deltas);
  assert.ok(answer.usage.completion_tokens > 0);
}

async function ownTools() {
  let asked;
  const runner = client.chat.completions.runTools({
    model: 'offline',
    messages: [{ role: 'user', content: 'What is the time of high tide in Hamburg?' }],
    stream: true,
    tool_choice: 'auto',
    tools: [
      {
        type: 'function',
        function: {
          name: 'get_tide',
          description: 'Tells the time of high tide in a city.',
          parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
          parse: JSON.parse,
          function: (args) => {
            asked = args;
            return { high_tide: '14:20' };
          },
        },
      },
    ],
  });
  const text = await runner.finalContent();
  assert.deepEqual(asked, { city: 'Hamburg' });
  assert.match(text, /14:20/);
}

async function responses() {
  const first = await client.responses.create({ model: 'offline', input: 'Hello! My name is Ada.' });
  assert.equal(first.status, 'completed');
  const second = await client.responses.create({
    model: 'offline',
    previous_response_id: first.id,
    input: 'What is my name?',
  });
  assert.match(second.output_text, /Ada/);
  assert.equal(second.previous_response_id, first.id);
  await client.responses.delete(second.id);
  await assert.rejects(client.responses.retrieve(second.id), (error) => error instanceof OpenAI.NotFoundError);
}

async function responseInTheBackground() {
  const numbers = [];
  let id;
  const stream = await client.responses.create({ model: 'offline', input: hello[0].content, background: true, stream: true });
  for await (const event of stream) {
    id ??= event.response.id;
    numbers.push(event.sequence_number);
    if (event.type === 'response.output_text.delta') break;
  }
  let text = '';
  for await (const event of await client.responses.retrieve(id, { stream: true, starting_after: numbers.at(-1) })) {
    numbers.push(event.sequence_number);
    if (event.type === 'response.completed') text = event.response.output[0].content[0].text;
  }
  assert.deepEqual(numbers, [...numbers.keys()]);
  assert.equal((await client.responses.retrieve(id)).output_text, text);
}

async function refusals() {
  await assert.rejects(
    client.chat.completions.create({ model: 'gpt-17', messages: hello }),
    (error) => error instanceof OpenAI.APIError && error.status === 404 && error.code === 'model_not_found',
  );
  await assert.rejects(
    client.chat.completions.create({
      model: 'default',
      messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'https://example.org/a.png' } }] }],
    }),
    (error) => error instanceof OpenAI.BadRequestError && error.param === 'messages[0].content[0].type',
  );
  const stranger = new OpenAI({ baseURL: `${gateway}/v1`, apiKey: 'nonsense', maxRetries: 0 });
  await assert.rejects(
    stranger.models.list(),
    (error) => error instanceof OpenAI.AuthenticationError && error.code === 'invalid_token',
  );
}

await Promise.all([models(), whole(), streamed(), ownTools(), responses(), responseInTheBackground(), refusals()]);
console.log('ok');
