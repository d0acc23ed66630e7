/* The walk of the event engine for one symbol as one plain loop: long or flat, all in, whole shares, filled at the next open, with a stop, a target,
   a trailing stop and a break-even level. Books, trades and findings are left out; equity and position of every bar are written. */
#include <math.h>

struct walk {
    long bars;
    const double *open, *high, *low, *close, *atr, *target; /* target: 1 long, 0 flat, NAN no opinion; atr may be 0 */
    double capital, fee, slip;
    double stop, stop_atr, trailing, break_even, profit, profit_r; /* NAN: no such rule */
    double *equity, *position;
    double final_equity;
    long trades;
};

static double larger(double one, double other) { return one > other ? one : other; }

static double open_stop(const struct walk *w, double price, double atr)
{
    double level = -INFINITY;
    if (w->stop == w->stop)
        level = larger(level, price * (1 - w->stop));
    if (w->stop_atr == w->stop_atr)
        level = larger(level, price - w->stop_atr * atr);
    if (w->trailing == w->trailing)
        level = larger(level, price * (1 - w->trailing));
    return level;
}

void event_walk(struct walk *w)
{
    double cash = w->capital, shares = 0, wanted = 0, due = NAN, due_atr = 0;
    double stop = -INFINITY, target = INFINITY, entry = 0, best = 0;
    long trades = 0, entered = 0;
    int closed = 0, before = -1;
    for (long i = 0; i < w->bars; i++) {
        double open = w->open[i], high = w->high[i], low = w->low[i], close = w->close[i];
        if (due == due) {
            if (due == 0 && shares > 0) {
                cash += shares * open * (1 - w->slip) * (1 - w->fee);
                shares = 0;
                trades++;
            } else if (due == 1 && shares == 0) {
                double price = open * (1 + w->slip);
                shares = floor(cash / (price * (1 + w->fee)));
                cash -= shares * price * (1 + w->fee);
                entry = best = price;
                entered = i;
                stop = open_stop(w, price, due_atr);
                target = INFINITY;
                if (w->profit == w->profit)
                    target = price * (1 + w->profit);
                if (w->profit_r == w->profit_r)
                    target = fmin(target, price + w->profit_r * (price - stop));
            }
            due = NAN;
        }
        if (shares > 0 && i > entered && (low <= stop || high >= target)) {
            double price = low <= stop ? (open < stop ? open : stop) : larger(open, target);
            cash += shares * price * (1 - w->slip) * (1 - w->fee);
            shares = 0;
            wanted = 0;
            closed = 1;
            trades++;
        }
        double now = w->target[i];
        if (now == now && !(w->atr && w->atr[i] != w->atr[i])) {
            int fresh = (int)now != before;
            before = (int)now;
            if (!(closed && before == 1 && !fresh)) {
                closed = 0;
                if (now != wanted) {
                    wanted = due = now;
                    due_atr = w->atr ? w->atr[i] : 0;
                }
            }
        } else
            before = -1;
        if (shares > 0) {
            best = larger(best, high);
            if (w->break_even == w->break_even && best >= entry * (1 + w->break_even))
                stop = larger(stop, entry);
            if (w->trailing == w->trailing)
                stop = larger(stop, best * (1 - w->trailing));
        }
        w->equity[i] = cash + shares * close;
        w->position[i] = shares;
    }
    w->final_equity = w->equity[w->bars - 1];
    w->trades = trades;
}
