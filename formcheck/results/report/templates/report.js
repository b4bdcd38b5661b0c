// Moves the video and the plots together; without a video beside the page it does nothing.
(() => {
  "use strict";
  const video = document.querySelector(".film video");
  if (!video) return;
  const begins = Number(video.dataset.begins);
  const plots = [...document.querySelectorAll("g.time")].map((group) => ({
    svg: group.ownerSVGElement,
    cursor: group.querySelector(".cursor"),
    left: Number(group.dataset.left),
    right: Number(group.dataset.right),
    start: Number(group.dataset.start),
    end: Number(group.dataset.end),
  }));
  const spans = [...document.querySelectorAll("[data-begin]")];
  const marks = [...document.querySelectorAll("[data-time]")];

  const seek = (time) => { video.currentTime = Math.max(0, time - begins); };

  const show = () => {
    const now = video.currentTime + begins;
    for (const plot of plots) {
      const share = (now - plot.start) / (plot.end - plot.start);
      const inside = share >= 0 && share <= 1;
      const x = plot.left + share * (plot.right - plot.left);
      plot.cursor.style.visibility = inside ? "visible" : "hidden";
      if (inside) plot.cursor.setAttribute("transform", `translate(${x.toFixed(1)} 0)`);
    }
    for (const span of spans) {
      const inside = now >= Number(span.dataset.begin) && now <= Number(span.dataset.end);
      span.classList.toggle("now", inside);
    }
  };

  const follow = () => {
    show();
    if (!video.paused && !video.ended) requestAnimationFrame(follow);
  };

  const begin = () => {
    document.body.classList.add("with-film");
    for (const plot of plots) {
      plot.svg.addEventListener("click", (event) => {
        const place = new DOMPoint(event.clientX, event.clientY);
        const { x } = place.matrixTransform(plot.svg.getScreenCTM().inverse());
        const share = (x - plot.left) / (plot.right - plot.left);
        seek(plot.start + Math.min(Math.max(share, 0), 1) * (plot.end - plot.start));
      });
    }
    for (const mark of marks) {
      const go = () => seek(Number(mark.dataset.time));
      mark.tabIndex = 0;
      mark.addEventListener("click", go);
      mark.addEventListener("keydown", (event) => {
        if (event.key === "Enter") go();
      });
    }
    for (const name of ["seeking", "seeked", "timeupdate"]) video.addEventListener(name, show);
    video.addEventListener("play", follow);
    show();
  };

  const without = () => { document.querySelector(".film").remove(); };

  if (video.error) without();
  else video.addEventListener("error", without, { once: true });
  if (video.readyState > 0) begin();
  else video.addEventListener("loadedmetadata", begin, { once: true });
})();
