package io.xuemeng.identity.keys;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.jose.JwkReader;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.net.FetchRefusedException;
import io.xuemeng.core.net.Fetched;
import io.xuemeng.core.net.Fetcher;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Location;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One attempt to get keys: from an address, or from where an issuer's discovery document says. Immutable and thread-safe. */
final class KeyFetch {

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final @Nullable String issuer;
    private final URI address;
    private final Fetcher fetcher;
    private final JwkReader reader;

    private KeyFetch(@Nullable String issuer, URI address, Fetcher fetcher, JwkReader reader) {
        this.issuer = issuer;
        this.address = address;
        this.fetcher = fetcher;
        this.reader = reader;
    }

    /** What came of it: keys that were found, and for how long they may be kept at the least. */
    record Found(JwkSet keys, long maxAgeSeconds, List<Finding> findings) {}

    static KeyFetch at(URI address, Fetcher fetcher, JwkReader reader) {
        return new KeyFetch(null, address, fetcher, reader);
    }

    static KeyFetch of(String issuer, Fetcher fetcher, JwkReader reader) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return new KeyFetch(issuer, URI.create(base + DISCOVERY), fetcher, reader);
    }

    Found run() {
        URI keys = issuer == null ? address : discover();
        Fetched answer = fetch(keys, "application/jwk-set+json, application/json");
        FindingCollector findings = new FindingCollector();
        JwkSet set = reader.readSet(answer.body(), findings);
        if (set.keys().isEmpty()) {
            findings.report(finding(KeySourceRequirement.HAS_A_KEY, keys).build());
            throw new KeysUnavailableException(findings.findings(), null);
        }
        return new Found(set, answer.maxAgeSeconds(), findings.findings());
    }

    private Fetched fetch(URI uri, String accept) {
        try {
            Fetched answer = fetcher.fetch(uri, accept);
            if (!answer.isOk()) {
                throw failed(finding(KeySourceRequirement.ANSWERS_OK, uri).with("status", answer.status()), null);
            }
            return answer;
        } catch (FetchRefusedException e) {
            throw failed(
                    finding(KeySourceRequirement.MAY_BE_FETCHED, uri).with("reason", String.valueOf(e.getMessage())),
                    e);
        } catch (IOException e) {
            throw failed(finding(KeySourceRequirement.ANSWERS, uri).with("reason", String.valueOf(e.getMessage())), e);
        }
    }

    private URI discover() {
        Fetched answer = fetch(address, "application/json");
        FindingCollector findings = new FindingCollector();
        String found = null;
        String keys = null;
        try (JsonReader json = JsonReader.open(answer.body(), null, Limits.defaults(), findings)) {
            if (json.next() == JsonEvent.START_OBJECT) {
                while (json.nextMember()) {
                    String name = json.name();
                    boolean wanted = name.equals("issuer") || name.equals("jwks_uri");
                    if (wanted && json.next() == JsonEvent.STRING) {
                        found = name.equals("issuer") ? json.text() : found;
                        keys = name.equals("jwks_uri") ? json.text() : keys;
                    } else {
                        json.skipValue();
                    }
                }
                json.next();
            }
        } catch (UnreadableJsonException e) {
            throw new KeysUnavailableException(findings.findings(), e);
        }
        if (!findings.isEmpty()) {
            throw new KeysUnavailableException(findings.findings(), null);
        }
        if (found == null || !found.equals(issuer)) {
            throw failed(
                    finding(KeySourceRequirement.DISCOVERED_ISSUER, address)
                            .with("expected", String.valueOf(issuer))
                            .with("found", String.valueOf(found)),
                    null);
        }
        try {
            if (keys != null) {
                return URI.create(keys);
            }
        } catch (IllegalArgumentException e) {
            throw failed(finding(KeySourceRequirement.DISCOVERED_KEYS, address), e);
        }
        throw failed(finding(KeySourceRequirement.DISCOVERED_KEYS, address), null);
    }

    private static KeysUnavailableException failed(Finding.Builder finding, @Nullable Throwable cause) {
        return new KeysUnavailableException(List.of(finding.build()), cause);
    }

    private static Finding.Builder finding(KeySourceRequirement requirement, URI uri) {
        return Finding.of(requirement).with("address", uri.toString()).at(Location.unknown());
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
