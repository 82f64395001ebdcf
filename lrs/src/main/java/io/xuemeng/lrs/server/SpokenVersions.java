package io.xuemeng.lrs.server;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.XapiVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The versions that an LRS speaks, and which of them a request means (Communication 3.3; IEEE 9274.1.1-2023, 4.1.7). Immutable. */
final class SpokenVersions {

    /** A version before 2. */
    private static final Pattern OLD = Pattern.compile("[01](?:\\..*)?");

    /** What a query has in the alternate request syntax. */
    private static final Pattern ALTERNATE = Pattern.compile("(?:^|&)method=");

    private final List<XapiVersion> versions;

    SpokenVersions(Set<XapiVersion> versions) {
        this.versions = List.copyOf(new TreeSet<>(versions));
    }

    /** The latest number of each, the oldest first. */
    List<String> numbers() {
        return versions.stream().map(XapiVersion::header).toList();
    }

    /**
     * The version of a request.
     *
     * @throws Refusal when it says none, or one that is not spoken; never for a resource that is open to all
     */
    XapiVersion of(Headers request, Resource resource) {
        String header = request.first(RequestReader.VERSION_HEADER).orElse(null);
        Optional<XapiVersion> version = spoken(header == null ? "" : header);
        if (version.isPresent() || resource.isOpen()) {
            return version.orElseGet(this::newest);
        }
        LrsRequirement broken = header == null ? LrsRequirement.VERSION_MISSING : LrsRequirement.VERSION_UNSUPPORTED;
        Finding.Builder finding = Finding.of(broken).with("spoken", numbers());
        throw Refusal.of(broken, header == null ? finding : finding.with("version", header));
    }

    /**
     * The number that an answer bears to a request that could not be read: the latest of the line that it speaks. Of what is not
     * spoken it is the nearest: the oldest for an older one, and for a form of the alternate request syntax, whose headers say none;
     * else the newest.
     */
    String ofAnswer(LrsRequest request) {
        String header = request.headers().first(RequestReader.VERSION_HEADER).orElse("");
        return spoken(header)
                .orElseGet(() -> OLD.matcher(header).matches() || isAlternate(request) ? versions.get(0) : newest())
                .header();
    }

    private static boolean isAlternate(LrsRequest request) {
        String query = request.query();
        return query != null && ALTERNATE.matcher(query).find();
    }

    private Optional<XapiVersion> spoken(String header) {
        return XapiVersion.ofHeader(header).filter(versions::contains);
    }

    private XapiVersion newest() {
        return versions.get(versions.size() - 1);
    }
}
