// Applies the chosen theme before the first paint.
const chosenTheme = localStorage.getItem("rampline-theme");
if (chosenTheme) {
  document.documentElement.dataset.theme = chosenTheme;
}
