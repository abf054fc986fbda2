/** Returns a function that computes the value of each node only once. */
export function memoize<Key extends Node, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const values = new Map<Key, Value>();
  return (key) => {
    if (!values.has(key)) values.set(key, compute(key));
    return values.get(key) as Value;
  };
}

/**
 * Returns a function that derives the value of each element from that of its parent, only once, and without
 * nested calls, because pages nest thousands of elements. `top` is the value above all of them.
 */
export function inherited<Value>(
  parentOf: (element: Element) => Element | null,
  top: Value,
  derive: (element: Element, parent: Value) => Value,
): (element: Element | null) => Value {
  const values = new Map<Element, Value>();
  return (element) => {
    const path: Element[] = [];
    let up = element;
    for (; up && !values.has(up); up = parentOf(up)) path.push(up);
    let value = up ? (values.get(up) as Value) : top;
    for (const step of path.reverse()) {
      value = derive(step, value);
      values.set(step, value);
    }
    return value;
  };
}
