// Says in words how hard a pass phrase is to guess while it is typed. It is advice: the one rule, the length, is checked on the server.
(function () {
  'use strict';
  const field = document.querySelector('[data-strength]');
  if (!field) return;
  const words = document.getElementById(field.dataset.strength);
  const bars = [...field.parentElement.querySelectorAll('.meter i')];
  const empty = words.textContent;

  const grade = text => {
    const letters = new Set(text.toLowerCase()).size;
    const parts = new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(part => part.length > 2)).size;
    if (text.length < field.minLength) return [0, `Too short: ${text.length} of at least ${field.minLength} characters.`];
    if (letters < 6) return [1, `Weak: ${text.length} characters, but only ${letters} different ones.`];
    if (text.length < 16 && parts < 3) return [2, `Fair: ${text.length} characters. Another word or two would make it good.`];
    if (text.length < 25) return [3, `Good: ${text.length} characters. Four words you can remember are better than one you cannot.`];
    return [4, `Strong: ${text.length} characters.`];
  };

  const show = () => {
    const [level, text] = field.value ? grade(field.value) : [0, empty];
    bars.forEach((bar, index) => bar.classList.toggle('on', index < level));
    words.textContent = text;
  };
  field.addEventListener('input', show);
  show();
})();
