// Puts the caret on a part of a text field.
export function select(id, start, length) {
  const field = document.getElementById(id);
  if (!field) return;
  field.focus();
  field.setSelectionRange(start, start + length);
}
