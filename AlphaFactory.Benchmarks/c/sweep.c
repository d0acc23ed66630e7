/* The SMA crossover sweep as plain C: one pair of windows after another, and as many pairs at a time as the processor's
   vectors have lanes: eight with AVX-512, else four.
   Long only, all in, fractions of shares, signal and fill at the close; a position needs a fresh cross. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#ifdef __AVX512F__
enum { width = 8 };
#else
enum { width = 4 };
#endif
typedef double lanes __attribute__((vector_size(8 * width), aligned(8)));
typedef long long masks __attribute__((vector_size(8 * width)));

struct sweep {
    long bars, windows;
    const double *close;
    const long *window;
    double fee, slip;
    double *total, *sharpe, *floor; /* windows x windows, fast in rows */
};

static double *averages(const struct sweep *s)
{
    double *column = malloc(sizeof(double) * s->bars * s->windows);
    for (long k = 0; k < s->windows; k++) {
        double sum = 0, *out = column + k * s->bars;
        long w = s->window[k];
        for (long i = 0; i < s->bars; i++) {
            sum += s->close[i] - (i >= w ? s->close[i - w] : 0);
            out[i] = i >= w - 1 ? sum / w : NAN;
        }
    }
    return column;
}

static void finish(const struct sweep *s, long at, double equity, double sum, double squares, double floor)
{
    double mean = sum / s->bars, variance = (squares - sum * mean) / (s->bars - 1);
    s->total[at] = equity - 1;
    s->sharpe[at] = variance > 0 ? mean / sqrt(variance) * sqrt(252) : NAN;
    s->floor[at] = floor - 1;
}

void sweep_plain(const struct sweep *s)
{
    double *average = averages(s);
    for (long f = 0; f < s->windows; f++)
        for (long l = f + 1; l < s->windows; l++) {
            const double *fast = average + f * s->bars, *slow = average + l * s->bars;
            double cash = 1, shares = 0, before = 1, peak = 1, floor = 1, sum = 0, squares = 0;
            for (long i = s->window[l]; i < s->bars; i++) {
                double price = s->close[i];
                if (shares == 0 && fast[i] > slow[i] && fast[i - 1] <= slow[i - 1]) {
                    shares = cash / (price * (1 + s->slip) * (1 + s->fee));
                    cash = 0;
                } else if (shares != 0 && fast[i] < slow[i]) {
                    cash = shares * price * (1 - s->slip) * (1 - s->fee);
                    shares = 0;
                }
                double equity = cash + shares * price, change = equity / before - 1;
                before = equity;
                sum += change;
                squares += change * change;
                double fall;
                peak = equity > peak ? equity : peak;
                fall = equity / peak;
                floor = fall < floor ? fall : floor;
            }
            finish(s, f * s->windows + l, before, sum, squares, floor);
        }
    free(average);
}

static lanes pick(masks when, lanes yes, lanes no) { return (lanes)(((masks)yes & when) | ((masks)no & ~when)); }

/* Some slow windows beside one fast one. Equity is carried as its growth of the day: held, bought, sold or still. */
static void beside(const struct sweep *s, const double *byBar, long stride, const double *growth, long f, long l)
{
    const lanes one = (lanes){0} + 1;
    lanes equity = one, fall = one, floor = one, sum = {0}, squares = {0};
    masks held = {0}, seen = {0};
    double buy = 1 / ((1 + s->slip) * (1 + s->fee)), sell = (1 - s->slip) * (1 - s->fee);
    for (long i = s->window[f]; i < s->bars; i++) {
        lanes slow, fast = one * byBar[i * stride + f];
        memcpy(&slow, byBar + i * stride + l, sizeof slow);
        masks above = fast > slow, below = fast < slow, was = held;
        seen |= below;
        held = (above & seen) | (was & ~below);
        lanes hold = one * growth[i], change = pick(was, pick(held, hold, hold * sell), pick(held, one * buy, one));
        equity *= change;
        fall *= change;
        fall = pick(fall < one, fall, one);
        floor = pick(fall < floor, fall, floor);
        change -= one;
        sum += change;
        squares += change * change;
    }
    for (long k = 0; k < width && l + k < s->windows; k++)
        finish(s, f * s->windows + l + k, equity[k], sum[k], squares[k], floor[k]);
}

void sweep_lanes(const struct sweep *s)
{
    double *average = averages(s), *growth = malloc(sizeof(double) * s->bars);
    long stride = s->windows + width;
    double *byBar = malloc(sizeof(double) * s->bars * stride);
    for (long i = 0; i < s->bars; i++) {
        growth[i] = i > 0 ? s->close[i] / s->close[i - 1] : 1;
        for (long k = 0; k < stride; k++)
            byBar[i * stride + k] = k < s->windows ? average[k * s->bars + i] : NAN;
    }
    for (long f = 0; f < s->windows; f++)
        for (long l = f + 1; l < s->windows; l += width)
            beside(s, byBar, stride, growth, f, l);
    free(average);
    free(growth);
    free(byBar);
}
