// Sends the token from the address, and what was filled in, to where the form says.
const form = document.querySelector('form');
const status = form.querySelector('[role=status]');
const button = form.querySelector('button');
const token = new URLSearchParams(location.hash.slice(1)).get('token');

// Neither in the history nor on the screen any longer.
history.replaceState(null, '', location.pathname);

form.addEventListener('submit', async event => {
  event.preventDefault();
  button.disabled = true;
  status.textContent = '';
  const done = await send({ ...Object.fromEntries(new FormData(form)), token });
  status.textContent = done.text;
  button.disabled = done.good;
});

async function send(body) {
  try {
    const answer = await fetch(form.dataset.call, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.ok ? { good: true, text: form.dataset.done } : { good: false, text: reason(await answer.json()) };
  } catch {
    return { good: false, text: 'That did not work. Try again in a moment.' };
  }
}

function reason(problem) {
  const fields = (problem.errors ?? []).map(error => `${error.field} ${error.message}`);
  return fields.length ? fields.join('; ') : `${problem.title}. ${problem.detail ?? ''}`;
}
