package io.xuemeng.resource.content;

import io.xuemeng.core.input.Limits;
import java.util.ArrayList;
import java.util.List;

/** Collects the labels of one file. Bounded, whatever the file repeats. */
final class LabelCollector {

    /** More labels than a file has places for are noise, or an attack. */
    private static final int MAX_LABELS = 16;

    private final Limits limits;
    private final List<EmbeddedLabel> labels = new ArrayList<>(1);

    LabelCollector(Limits limits) {
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /** The longest text that is read, in characters; also the most bytes that a scanner collects for one. */
    int textLength() {
        return limits.textLength();
    }

    List<EmbeddedLabel> labels() {
        return labels;
    }

    /** Takes the text of a place that holds nothing but labels. */
    void add(LabelCarrier carrier, String text) {
        EmbeddedLabel label = new EmbeddedLabel(carrier, trim(text));
        if (labels.size() < MAX_LABELS && text.length() <= limits.textLength() && !labels.contains(label)) {
            labels.add(label);
        }
    }

    /** Takes the text of a place that may hold anything, when it is plainly a label. */
    void addIfLabel(LabelCarrier carrier, String text) {
        String trimmed = trim(text);
        if (trimmed.startsWith("{") && (trimmed.contains("\"AIGC\"") || trimmed.contains("\"ContentProducer\""))) {
            add(carrier, trimmed);
        }
    }

    /** Drops the spaces and zero bytes with which many formats fill up. */
    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        return text.substring(from, to);
    }
}
