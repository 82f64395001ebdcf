package io.xuemeng.conformance.lrs;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.role.XapiRoles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whether a statement came back as it was sent. What an LRS sets itself may come along, timestamps are compared by the moment, and what an
 * LRS may complete, the type of an agent or activity, may be there. The members of a group have no order, and the case of language tags and
 * UUIDs does not count (xAPI 1.0.3, Data 2.3.1; IEEE 9274.1.1-2023, 4.2). Numbers are compared by their value; one that differs by less
 * than IEEE 754 numbers of 32 bits tell apart is not changed, but less precise (Data 2.2.s4.b3; 4.2.4.2). Immutable.
 *
 * @param changed the places where they differ, as paths with dots
 * @param imprecise the places where numbers lost precision that the standard does not demand
 */
record SameStatement(List<String> changed, List<String> imprecise) {

    private static final Set<String> SET_BY_THE_STORE = Set.of("stored", "authority", "version", "timestamp", "id");
    private static final Set<String> LANGUAGE_MAPS = Set.of("display", "name", "description");
    private static final Pattern UUID = Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    SameStatement {
        changed = List.copyOf(changed);
        imprecise = List.copyOf(imprecise);
    }

    static SameStatement of(JsonNode sent, JsonNode given) {
        Comparison comparison = new Comparison(new ArrayList<>(), new ArrayList<>());
        comparison.compare("", sent, given);
        return new SameStatement(comparison.changed(), comparison.imprecise());
    }

    private record Comparison(List<String> changed, List<String> imprecise) {

        void compare(String place, JsonNode sent, JsonNode given) {
            if (sent.isObject() && given.isObject()) {
                objects(place, sent, given);
            } else if (sent.isArray() && given.isArray() && sent.size() == given.size()) {
                if (last(place).equals("member") && !isFree(place)) {
                    members(place, sent, given);
                } else {
                    for (int i = 0; i < sent.size(); i++) {
                        compare(place + '.' + i, sent.path(i), given.path(i));
                    }
                }
            } else if (sent.isNumber() && given.isNumber()) {
                numbers(place, sent, given);
            } else if (!sent.equals(given) && !isSameUuid(place, sent, given)) {
                changed.add(place);
            }
        }

        private void objects(String place, JsonNode sent, JsonNode given) {
            TreeMap<String, JsonNode> left = members(place, sent);
            TreeMap<String, JsonNode> right = members(place, given);
            Set<String> names = new TreeSet<>(left.keySet());
            names.addAll(right.keySet());
            for (String name : names) {
                String inner = place.isEmpty() ? name : place + '.' + name;
                JsonNode there = left.get(name);
                JsonNode back = right.get(name);
                if (there == null) {
                    if (!mayBeAdded(place, name)) {
                        changed.add(inner);
                    }
                } else if (back == null) {
                    changed.add(inner);
                } else if (name.equals("timestamp") && !isFree(place)) {
                    moments(inner, there, back);
                } else {
                    compare(inner, there, back);
                }
            }
        }

        private static TreeMap<String, JsonNode> members(String place, JsonNode object) {
            boolean tags = LANGUAGE_MAPS.contains(last(place)) && !isFree(place);
            TreeMap<String, JsonNode> members = new TreeMap<>();
            object.properties()
                    .forEach(member -> members.put(
                            tags ? member.getKey().toLowerCase(Locale.ROOT) : member.getKey(), member.getValue()));
            return members;
        }

        private void members(String place, JsonNode sent, JsonNode given) {
            List<JsonNode> left = new ArrayList<>();
            given.forEach(left::add);
            for (int i = 0; i < sent.size(); i++) {
                JsonNode member = sent.path(i);
                if (!left.removeIf(new First(member)::isSame)) {
                    changed.add(place + '.' + i);
                }
            }
        }

        private void numbers(String place, JsonNode sent, JsonNode given) {
            if (sent.decimalValue().compareTo(given.decimalValue()) == 0) {
                return;
            }
            float there = sent.floatValue();
            boolean close = Math.abs((double) there - given.floatValue()) <= Math.ulp(there);
            (close ? imprecise : changed).add(place);
        }

        private void moments(String place, JsonNode sent, JsonNode given) {
            if (!XapiRoles.moment(sent.asText()).equals(XapiRoles.moment(given.asText()))) {
                changed.add(place);
            }
        }

        private static boolean isSameUuid(String place, JsonNode sent, JsonNode given) {
            return !isFree(place)
                    && sent.isTextual()
                    && given.isTextual()
                    && UUID.matcher(sent.asText()).matches()
                    && sent.asText().equalsIgnoreCase(given.asText());
        }

        private static boolean mayBeAdded(String place, String name) {
            return (name.equals("objectType") && !isFree(place))
                    || (place.isEmpty() && SET_BY_THE_STORE.contains(name));
        }

        /** Within extensions, where nothing has a meaning that the LRS knows. */
        private static boolean isFree(String place) {
            return place.startsWith("extensions") || place.contains(".extensions");
        }

        private static String last(String place) {
            return place.substring(place.lastIndexOf('.') + 1);
        }
    }

    /** Finds a member once. */
    private static final class First {

        private final JsonNode member;
        private boolean found;

        private First(JsonNode member) {
            this.member = member;
        }

        private boolean isSame(JsonNode other) {
            boolean same = !found && of(member, other).changed().isEmpty();
            found |= same;
            return same;
        }
    }
}
