/* Plain scalar C of the indicators in the comparison: one loop each, as a C programmer would first write it, no intrinsics.
   The same definitions as AlphaFactory.Core. Built by the benchmark itself:
   gcc -O3 -march=native -shared -fPIC -o libindicators.so indicators.c -lm */
#include <math.h>
#include <stdlib.h>

typedef struct { long n; const double *o, *h, *l, *c, *v; double *out[3]; } bars;

static double tr(const bars *b, long i) {
    double r = b->h[i] - b->l[i], u = fabs(b->h[i] - b->c[i - 1]), d = fabs(b->l[i] - b->c[i - 1]);
    if (u > r) r = u;
    return d > r ? d : r;
}

void sma(const bars *b) {
    const long n = 20; double s = 0;
    for (long i = 0; i < n - 1; i++) s += b->c[i];
    for (long i = n - 1; i < b->n; i++) { s += b->c[i]; b->out[0][i] = s / n; s -= b->c[i - n + 1]; }
}

void ema(const bars *b) {
    const long n = 20; const double k = 2.0 / (n + 1); double e = 0;
    for (long i = 0; i < n; i++) e += b->c[i];
    e /= n;
    b->out[0][n - 1] = e;
    for (long i = n; i < b->n; i++) { e += k * (b->c[i] - e); b->out[0][i] = e; }
}

void rsi(const bars *b) {
    const long n = 14; double g = 0, l = 0;
    for (long i = 1; i < b->n; i++) {
        double d = b->c[i] - b->c[i - 1], up = d > 0 ? d : 0, down = d < 0 ? -d : 0;
        if (i <= n) { g += up / n; l += down / n; if (i < n) continue; }
        else { g = (g * (n - 1) + up) / n; l = (l * (n - 1) + down) / n; }
        b->out[0][i] = g + l < 1e-14 ? 0 : 100 * g / (g + l);
    }
}

void macd(const bars *b) {
    const double kf = 2.0 / 13, ks = 2.0 / 27, kg = 0.2; double f = 0, s = 0, g = 0;
    for (long i = 14; i < 26; i++) f += b->c[i] / 12;
    for (long i = 0; i < 26; i++) s += b->c[i] / 26;
    for (long i = 25; i < b->n; i++) {
        if (i > 25) { f += kf * (b->c[i] - f); s += ks * (b->c[i] - s); }
        double m = f - s;
        if (i <= 33) { g += m / 9; if (i < 33) continue; } else g += kg * (m - g);
        b->out[0][i] = m; b->out[1][i] = g; b->out[2][i] = m - g;
    }
}

static void extremes(const double *h, const double *l, long i, long n, double *hh, double *ll) {
    double x = h[i], y = l[i];
    for (long k = i - n + 1; k < i; k++) { if (h[k] > x) x = h[k]; if (l[k] < y) y = l[k]; }
    *hh = x; *ll = y;
}

void stoch(const bars *b) {
    double k1 = 0, k2 = 0, s1 = 0, s2 = 0;
    for (long i = 13; i < b->n; i++) {
        double x, y; extremes(b->h, b->l, i, 14, &x, &y);
        double k = x > y ? 100 * (b->c[i] - y) / (x - y) : 0, s = (k + k1 + k2) / 3;
        if (i >= 17) { b->out[0][i] = s; b->out[1][i] = (s + s1 + s2) / 3; }
        k2 = k1; k1 = k; s2 = s1; s1 = s;
    }
}

void willr(const bars *b) {
    for (long i = 13; i < b->n; i++) {
        double x, y; extremes(b->h, b->l, i, 14, &x, &y);
        b->out[0][i] = x > y ? -100 * (x - b->c[i]) / (x - y) : 0;
    }
}

void roc(const bars *b) {
    for (long i = 10; i < b->n; i++) b->out[0][i] = b->c[i - 10] != 0 ? 100 * (b->c[i] / b->c[i - 10] - 1) : 0;
}

void bbands(const bars *b) {
    const long n = 20; double s = 0, q = 0;
    for (long i = 0; i < b->n; i++) {
        s += b->c[i]; q += b->c[i] * b->c[i];
        if (i >= n) { s -= b->c[i - n]; q -= b->c[i - n] * b->c[i - n]; }
        if (i < n - 1) continue;
        double m = s / n, v = q / n - m * m, w = v > 1e-14 ? 2 * sqrt(v) : 0;
        b->out[0][i] = m + w; b->out[1][i] = m; b->out[2][i] = m - w;
    }
}

void stddev(const bars *b) {
    const long n = 20; double s = 0, q = 0;
    for (long i = 0; i < b->n; i++) {
        s += b->c[i]; q += b->c[i] * b->c[i];
        if (i >= n) { s -= b->c[i - n]; q -= b->c[i - n] * b->c[i - n]; }
        if (i < n - 1) continue;
        double m = s / n, v = q / n - m * m;
        b->out[0][i] = v > 1e-14 ? sqrt(v) : 0;
    }
}

void atr(const bars *b) {
    const long n = 14; double a = 0;
    for (long i = 1; i <= n; i++) a += tr(b, i) / n;
    b->out[0][n] = a;
    for (long i = n + 1; i < b->n; i++) { a = (a * (n - 1) + tr(b, i)) / n; b->out[0][i] = a; }
}

void obv(const bars *b) {
    double s = b->v[0]; b->out[0][0] = s;
    for (long i = 1; i < b->n; i++) {
        if (b->c[i] > b->c[i - 1]) s += b->v[i]; else if (b->c[i] < b->c[i - 1]) s -= b->v[i];
        b->out[0][i] = s;
    }
}

static double flow(const bars *b, long i) {
    double r = b->h[i] - b->l[i];
    return r > 0 ? ((b->c[i] - b->l[i]) - (b->h[i] - b->c[i])) / r * b->v[i] : 0;
}

void ad(const bars *b) { double s = 0; for (long i = 0; i < b->n; i++) { s += flow(b, i); b->out[0][i] = s; } }

void adosc(const bars *b) {
    const double kf = 0.5, ks = 2.0 / 11; double s = flow(b, 0), f = s, w = s;
    for (long i = 1; i < b->n; i++) {
        s += flow(b, i); f = kf * s + (1 - kf) * f; w = ks * s + (1 - ks) * w;
        if (i >= 9) b->out[0][i] = f - w;
    }
}

void adx(const bars *b) {
    const long n = 14; double p = 0, m = 0, t = 0, x = 0, a = 0;
    for (long i = 1; i < b->n; i++) {
        double up = b->h[i] - b->h[i - 1], dn = b->l[i - 1] - b->l[i];
        double dp = up > dn && up > 0 ? up : 0, dm = dn > up && dn > 0 ? dn : 0;
        if (i < n) { p += dp; m += dm; t += tr(b, i); continue; }
        p = p - p / n + dp; m = m - m / n + dm; t = t - t / n + tr(b, i);
        double dip = 100 * p / t, dim = 100 * m / t;
        x = dip + dim > 0 ? 100 * fabs(dip - dim) / (dip + dim) : x;
        if (i < 2 * n) { a += x / n; if (i < 2 * n - 1) continue; } else a = (a * (n - 1) + x) / n;
        b->out[0][i] = a;
    }
}

void sar(const bars *b) {
    int up = !(b->l[0] - b->l[1] > 0 && b->l[0] - b->l[1] > b->h[1] - b->h[0]);
    double s = up ? b->l[0] : b->h[0], e = up ? b->h[1] : b->l[1], af = 0.02, ph = b->h[1], pl = b->l[1];
    for (long i = 1; i < b->n; i++) {
        double h = b->h[i], l = b->l[i];
        if (up ? l <= s : h >= s) {
            up = !up; s = e;
            if (up) { if (pl < s) s = pl; if (l < s) s = l; } else { if (ph > s) s = ph; if (h > s) s = h; }
            b->out[0][i] = s; af = 0.02; e = up ? h : l;
        } else {
            b->out[0][i] = s;
            if (up ? h > e : l < e) { e = up ? h : l; af += 0.02; if (af > 0.2) af = 0.2; }
        }
        s += af * (e - s);
        if (up) { if (pl < s) s = pl; if (l < s) s = l; } else { if (ph > s) s = ph; if (h > s) s = h; }
        ph = h; pl = l;
    }
}

void cci(const bars *b) {
    const long n = 20; double w[20];
    for (long i = 0; i < b->n; i++) {
        w[i % n] = (b->h[i] + b->l[i] + b->c[i]) / 3;
        if (i < n - 1) continue;
        double m = 0, d = 0;
        for (long k = 0; k < n; k++) m += w[k];
        m /= n;
        for (long k = 0; k < n; k++) d += fabs(w[k] - m);
        d /= n;
        double x = w[i % n] - m;
        b->out[0][i] = x != 0 && d != 0 ? x / (0.015 * d) : 0;
    }
}

void mfi(const bars *b) {
    const long n = 14; double up[14] = {0}, dn[14] = {0}, p = 0, q = 0, last = (b->h[0] + b->l[0] + b->c[0]) / 3;
    for (long i = 1; i < b->n; i++) {
        double t = (b->h[i] + b->l[i] + b->c[i]) / 3, f = t * b->v[i];
        long k = i % n;
        p -= up[k]; q -= dn[k];
        up[k] = t > last ? f : 0; dn[k] = t < last ? f : 0;
        p += up[k]; q += dn[k]; last = t;
        if (i >= n) b->out[0][i] = p + q < 1 ? 0 : 100 * p / (p + q);
    }
}

static double body(const bars *b, long i) { return fabs(b->c[i] - b->o[i]); }
static double range(const bars *b, long i) { return b->h[i] - b->l[i]; }
static double top(const bars *b, long i) { return b->c[i] >= b->o[i] ? b->c[i] : b->o[i]; }
static double bottom(const bars *b, long i) { return b->c[i] >= b->o[i] ? b->o[i] : b->c[i]; }

void doji(const bars *b) {
    double s = 0;
    for (long i = 0; i < 10; i++) s += range(b, i);
    for (long i = 10; i < b->n; i++) {
        b->out[0][i] = body(b, i) <= 0.1 * (s / 10) ? 100 : 0;
        s += range(b, i) - range(b, i - 10);
    }
}

void engulfing(const bars *b) {
    for (long i = 2; i < b->n; i++) {
        int w = b->c[i] >= b->o[i], p = b->c[i - 1] >= b->o[i - 1]; double x = 0;
        if (w != p && ((top(b, i) >= top(b, i - 1) && bottom(b, i) < bottom(b, i - 1)) || (top(b, i) > top(b, i - 1) && bottom(b, i) <= bottom(b, i - 1))))
            x = (w ? 1 : -1) * (b->o[i] != b->c[i - 1] && b->c[i] != b->o[i - 1] ? 100 : 80);
        b->out[0][i] = x;
    }
}

void morningstar(const bars *b) {
    double s2 = 0, s1 = 0, s0 = 0;
    for (long i = 0; i < 10; i++) { s2 += body(b, i); s1 += body(b, i + 1); s0 += body(b, i + 2); }
    for (long i = 12; i < b->n; i++) {
        double x = 0;
        if (body(b, i - 2) > s2 / 10 && b->c[i - 2] < b->o[i - 2] && body(b, i - 1) <= s1 / 10 && top(b, i - 1) < bottom(b, i - 2)
            && body(b, i) > s0 / 10 && b->c[i] >= b->o[i] && b->c[i] > b->c[i - 2] + body(b, i - 2) * 0.3) x = 100;
        b->out[0][i] = x;
        s2 += body(b, i - 2) - body(b, i - 12); s1 += body(b, i - 1) - body(b, i - 11); s0 += body(b, i) - body(b, i - 10);
    }
}

void hammer(const bars *b) {
    double s = 0, t = 0, u = 0;
    for (long i = 1; i < 11; i++) { s += body(b, i); t += range(b, i); }
    for (long i = 5; i < 10; i++) u += range(b, i);
    for (long i = 11; i < b->n; i++) {
        double x = 0, z = body(b, i);
        if (z < s / 10 && bottom(b, i) - b->l[i] > z && b->h[i] - top(b, i) < 0.1 * (t / 10) && bottom(b, i) <= b->l[i - 1] + 0.2 * (u / 5)) x = 100;
        b->out[0][i] = x;
        s += z - body(b, i - 10); t += range(b, i) - range(b, i - 10); u += range(b, i - 1) - range(b, i - 6);
    }
}
