package io.xuemeng.lrs.server;

import java.util.List;
import java.util.Locale;

/** Chooses, among the types an error can have, the one a request's {@code Accept} prefers (RFC 9110, 12.5.1). */
final class AcceptedType {

    private static final List<String> TYPES = List.of("application/json", "text/plain", "text/html");
    private static final int MAX_RANGES = 64;

    private AcceptedType() {}

    /** The best type; JSON when nothing decides. */
    static String of(String accept) {
        String best = TYPES.get(0);
        double bestQuality = 0;
        String[] ranges = accept.toLowerCase(Locale.ROOT).split(",", MAX_RANGES);
        for (String type : TYPES) {
            double quality = quality(type, ranges);
            if (quality > bestQuality) {
                best = type;
                bestQuality = quality;
            }
        }
        return best;
    }

    /** The quality that the most specific range gives a type; of equal ones the first named counts a little more. */
    private static double quality(String type, String[] ranges) {
        double quality = 0;
        int specificity = -1;
        for (int i = 0; i < ranges.length; i++) {
            String[] parts = ranges[i].split(";");
            String range = parts[0].strip();
            int found = range.equals(type)
                    ? 2
                    : range.equals(type.substring(0, type.indexOf('/')) + "/*") ? 1 : range.equals("*/*") ? 0 : -1;
            if (found > specificity) {
                specificity = found;
                quality = weight(parts) * (1 - i * 1e-4);
            }
        }
        return quality;
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
                return Double.parseDouble(parameter.substring(2));
            }
        }
        return 1;
    }
}
