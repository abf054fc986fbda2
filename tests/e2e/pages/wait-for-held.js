// Tells a page that loops meanwhile, by the memory that they share, when the server has answered `/held`.
self.onmessage = async ({ data: isOver }) => {
  const answered = fetch('/held');
  postMessage('waiting');
  await answered;
  Atomics.store(isOver, 0, 1);
};
