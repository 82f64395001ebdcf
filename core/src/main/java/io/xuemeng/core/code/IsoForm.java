package io.xuemeng.core.code;

/** How far a text is a date, time or duration of GB/T 7408 (ISO 8601), and whether LOM allows it too. */
public enum IsoForm {
    /** Allowed by LOM's DateTime or Duration (GB/T 21365, IEEE 1484.12.1), and by GB/T 7408. */
    LOM,
    /** Allowed by GB/T 7408, but outside the subset that LOM's schema allows: read it, and warn. */
    STANDARD,
    /** Neither. */
    INVALID
}
