package io.xuemeng.identity.federation;

import io.xuemeng.core.net.Fetched;
import io.xuemeng.core.net.Fetcher;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.identity.token.Verified;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One search for a chain, from an entity up, level by level, so that the shortest chain is found first. What was fetched once is not
 * fetched again, and who stands in a path already is not gone to again. For one thread, once.
 */
final class ChainSearch {

    private static final String WELL_KNOWN = "/.well-known/openid-federation";
    private static final String MEDIA_TYPE = "application/entity-statement+jwt";

    /** A way from the entity up to somebody: the statements so far, and what the last one says of itself. */
    private record Way(List<EntityStatement> statements, EntityStatement top) {}

    private final TrustChainVerifier verifier;
    private final FederationProfile profile;
    private final Fetcher fetcher;
    private final FindingCollector findings = new FindingCollector();
    private final Map<URI, Optional<EntityStatement>> fetched = new HashMap<>();

    ChainSearch(TrustChainVerifier verifier, Fetcher fetcher) {
        this.verifier = verifier;
        this.profile = verifier.profile();
        this.fetcher = fetcher;
    }

    Verified<TrustChain> find(String entity) {
        EntityStatement own = configuration(entity);
        if (own == null) {
            return Verified.refused(findings.findings());
        }
        Deque<Way> ways = new ArrayDeque<>();
        ways.add(new Way(List.of(own), own));
        while (!ways.isEmpty()) {
            Way way = ways.remove();
            if (verifier.isAnchor(way.top.subject())) {
                List<EntityStatement> chain = new ArrayList<>(way.statements);
                if (chain.size() > 1) {
                    chain.add(way.top);
                }
                Verified<TrustChain> verified = verifier.verifyRead(chain);
                if (verified.isAccepted()) {
                    return verified;
                }
                verified.findings().forEach(findings::report);
            } else if (way.statements.size() < profile.reach().statements() - 1) {
                climb(way, ways);
            }
        }
        findings.report(
                Finding.of(FederationRequirement.PATH).with("subject", entity).build());
        return Verified.refused(findings.findings());
    }

    private void climb(Way way, Deque<Way> ways) {
        List<String> hints = new ArrayList<>(way.top.authorityHints());
        // A trust anchor ends the search; the others lead on.
        hints.sort((a, b) -> Boolean.compare(verifier.isAnchor(b), verifier.isAnchor(a)));
        int limit = profile.reach().hints();
        if (hints.size() > limit) {
            findings.report(Finding.of(FederationRequirement.FAN_OUT)
                    .with("limit", limit)
                    .build());
            hints = hints.subList(0, limit);
        }
        for (String superior : hints) {
            boolean loop = way.statements.stream()
                    .anyMatch(statement -> statement.subject().equals(superior));
            if (loop) {
                findings.report(Finding.of(FederationRequirement.CHAIN_LOOP)
                        .with("found", superior)
                        .build());
                continue;
            }
            EntityStatement top = configuration(superior);
            EntityStatement statement = top == null ? null : statement(top, way.top.subject());
            if (top != null && statement != null) {
                List<EntityStatement> longer = new ArrayList<>(way.statements);
                longer.add(statement);
                ways.add(new Way(longer, top));
            }
        }
    }

    /** What an entity says of itself, signed by itself; null when that cannot be had. */
    private @Nullable EntityStatement configuration(String entity) {
        String base = entity.endsWith("/") ? entity.substring(0, entity.length() - 1) : entity;
        return fetch(URI.create(base + WELL_KNOWN), entity, entity);
    }

    /** What a superior says of one below it; null when that cannot be had. */
    private @Nullable EntityStatement statement(EntityStatement superior, String subject) {
        Optional<String> endpoint =
                superior.metadata().text(EntityMetadata.FEDERATION_ENTITY, "federation_fetch_endpoint");
        try {
            if (endpoint.isPresent()) {
                URI base = URI.create(endpoint.get());
                String separator = base.getRawQuery() == null ? "?" : "&";
                URI address =
                        URI.create(base + separator + "sub=" + URLEncoder.encode(subject, StandardCharsets.UTF_8));
                return fetch(address, superior.subject(), subject);
            }
        } catch (IllegalArgumentException e) {
            // Not an address: as good as none, which is reported below.
            endpoint = Optional.empty();
        }
        findings.report(Finding.of(FederationRequirement.FETCH_ENDPOINT)
                .with("superior", superior.subject())
                .build());
        return null;
    }

    private @Nullable EntityStatement fetch(URI address, String issuer, String subject) {
        Optional<EntityStatement> known = fetched.get(address);
        if (known != null) {
            return known.orElse(null);
        }
        if (fetched.size() >= profile.reach().fetches()) {
            findings.report(Finding.of(FederationRequirement.FAN_OUT)
                    .with("limit", profile.reach().fetches())
                    .build());
            return null;
        }
        EntityStatement statement = fetchNew(address, issuer, subject);
        fetched.put(address, Optional.ofNullable(statement));
        return statement;
    }

    private @Nullable EntityStatement fetchNew(URI address, String issuer, String subject) {
        String compact;
        try {
            Fetched answer = fetcher.fetch(address, MEDIA_TYPE);
            if (!answer.isOk()) {
                findings.report(notFetched(address, "status " + answer.status()));
                return null;
            }
            compact = new String(answer.body(), StandardCharsets.ISO_8859_1).strip();
        } catch (IOException e) {
            findings.report(notFetched(address, String.valueOf(e.getMessage())));
            return null;
        }
        EntityStatement statement = verifier.reader().read(compact, address.toString(), findings);
        if (statement == null) {
            return null;
        }
        if (!statement.issuer().equals(issuer) || !statement.subject().equals(subject)) {
            findings.report(Finding.of(FederationRequirement.FETCHED_STATEMENT)
                    .with("issuer", statement.issuer())
                    .with("subject", statement.subject())
                    .build());
            return null;
        }
        if (statement.isConfiguration()) {
            FindingCollector faults = new FindingCollector();
            verifier.checkSignature(compact, statement.keys(), address.toString(), faults);
            faults.findings().forEach(findings::report);
            return faults.isEmpty() ? statement : null;
        }
        return statement;
    }

    private static Finding notFetched(URI address, String reason) {
        return Finding.of(FederationRequirement.FETCHED)
                .with("address", address.toString())
                .with("reason", reason)
                .build();
    }
}
