import type { Child } from 'hono/jsx';

interface ChartFrameProps {
  readonly id: string;
  readonly title: string;
  /** The chart in words, for who cannot see it. */
  readonly spoken: string;
  readonly width: number;
  readonly height: number;
  readonly children: Child;
}

/** A chart with its caption; to a screen reader it is one picture with a name and a description. */
export function ChartFrame({ id, title, spoken, width, height, children }: ChartFrameProps) {
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{spoken}</desc>
        {children}
      </svg>
    </figure>
  );
}
