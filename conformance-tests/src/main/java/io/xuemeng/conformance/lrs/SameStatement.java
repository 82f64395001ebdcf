package io.xuemeng.conformance.lrs;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.role.XapiRoles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a statement came back as it was sent. What an LRS sets itself may come along; numbers are compared by their value, timestamps
 * by the moment, and what an LRS may complete, the type of an agent or activity, may be there.
 */
final class SameStatement {

    private static final Set<String> SET_BY_THE_STORE = Set.of("stored", "authority", "version", "timestamp", "id");

    private SameStatement() {}

    /** The places where they differ, as paths with dots; empty when they do not. */
    static List<String> differences(JsonNode sent, JsonNode given) {
        List<String> places = new ArrayList<>();
        compare("", sent, given, places);
        return places;
    }

    private static void compare(String place, JsonNode sent, JsonNode given, List<String> places) {
        if (sent.isObject() && given.isObject()) {
            Set<String> names = new TreeSet<>();
            sent.fieldNames().forEachRemaining(names::add);
            given.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                String inner = place.isEmpty() ? name : place + '.' + name;
                if (!sent.has(name)) {
                    if (!mayBeAdded(place, name)) {
                        places.add(inner);
                    }
                } else if (name.equals("timestamp")) {
                    sameMoment(inner, sent.path(name), given.path(name), places);
                } else {
                    compare(inner, sent.path(name), given.path(name), places);
                }
            }
        } else if (sent.isArray() && given.isArray() && sent.size() == given.size()) {
            for (int i = 0; i < sent.size(); i++) {
                compare(place + '.' + i, sent.path(i), given.path(i), places);
            }
        } else if (!same(sent, given)) {
            places.add(place);
        }
    }

    private static boolean mayBeAdded(String place, String name) {
        return name.equals("objectType") || (place.isEmpty() && SET_BY_THE_STORE.contains(name));
    }

    private static void sameMoment(String place, JsonNode sent, JsonNode given, List<String> places) {
        if (!XapiRoles.moment(sent.asText()).equals(XapiRoles.moment(given.asText()))) {
            places.add(place);
        }
    }

    private static boolean same(JsonNode sent, JsonNode given) {
        if (sent.isNumber() && given.isNumber()) {
            return sent.decimalValue().compareTo(given.decimalValue()) == 0;
        }
        return sent.equals(given);
    }
}
