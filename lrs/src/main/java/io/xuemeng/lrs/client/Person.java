package io.xuemeng.lrs.client;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.lrs.statement.Account;
import io.xuemeng.lrs.statement.InverseFunctionalIdentifier;
import io.xuemeng.lrs.statement.Mbox;
import io.xuemeng.lrs.statement.MboxSha1sum;
import io.xuemeng.lrs.statement.OpenId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a store has put together about somebody: the names and identifiers it takes to be the same person's (xAPI 1.0.3
 * Communication 2.4; IEEE 9274.1.1-2023, 4.1.6.3). Immutable. Whether a store puts anything together is its choice; one that does
 * not answers with what it was asked about.
 *
 * @param names full names, perhaps none
 * @param identifiers mailboxes, hashes of mailboxes, OpenIDs and accounts, as the store writes them
 */
public record Person(List<String> names, List<InverseFunctionalIdentifier> identifiers) {

    /** Copies both. */
    public Person {
        names = List.copyOf(names);
        identifiers = List.copyOf(identifiers);
    }

    static Person parse(Received received, byte[] json) {
        List<String> names = new ArrayList<>();
        List<InverseFunctionalIdentifier> identifiers = new ArrayList<>();
        try (JsonReader reader = JsonReader.open(json, null, Limits.defaults(), finding -> {})) {
            if (reader.next() != JsonEvent.START_OBJECT) {
                throw received.wrong("no Person: a " + reader.event() + " in the place of an object");
            }
            while (reader.nextMember()) {
                String name = reader.name();
                reader.next();
                switch (name) {
                    case "name" -> texts(received, reader, name, Function.identity(), names);
                    case "mbox" -> texts(received, reader, name, Mbox::new, identifiers);
                    case "mbox_sha1sum" -> texts(received, reader, name, MboxSha1sum::new, identifiers);
                    case "openid" -> texts(received, reader, name, OpenId::new, identifiers);
                    case "account" -> accounts(received, reader, identifiers);
                    default -> reader.skipValue();
                }
            }
        } catch (UnreadableJsonException e) {
            throw received.wrong("no JSON: " + e.finding().message(Locale.ENGLISH));
        }
        return new Person(names, identifiers);
    }

    private static <T> void texts(
            Received received, JsonReader reader, String property, Function<String, ? extends T> maker, List<T> made)
            throws UnreadableJsonException {
        expect(received, reader, property, JsonEvent.START_ARRAY);
        while (reader.nextElement()) {
            expect(received, reader, property, JsonEvent.STRING);
            made.add(maker.apply(reader.text()));
        }
    }

    private static void accounts(Received received, JsonReader reader, List<InverseFunctionalIdentifier> made)
            throws UnreadableJsonException {
        expect(received, reader, "account", JsonEvent.START_ARRAY);
        while (reader.nextElement()) {
            expect(received, reader, "account", JsonEvent.START_OBJECT);
            String homePage = null;
            String name = null;
            while (reader.nextMember()) {
                String property = reader.name();
                JsonEvent value = reader.next();
                if (property.equals("homePage") && value == JsonEvent.STRING) {
                    homePage = reader.text();
                } else if (property.equals("name") && value == JsonEvent.STRING) {
                    name = reader.text();
                } else {
                    reader.skipValue();
                }
            }
            if (homePage == null || name == null) {
                throw received.wrong("no Person: an account without homePage or name");
            }
            made.add(new Account(homePage, name));
        }
    }

    private static void expect(Received received, JsonReader reader, String property, JsonEvent expected) {
        if (reader.event() != expected) {
            throw received.wrong("no Person: a " + reader.event() + " in the place of " + expected + " in " + property);
        }
    }

    /** How much there is, and nothing of it. */
    @Override
    public String toString() {
        return "Person[names=" + names.size() + ", identifiers=" + identifiers.size() + "]";
    }
}
