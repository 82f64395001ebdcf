package io.xuemeng.conformance.report;

import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.core.requirement.Requirement;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the sources of requirements can be read. */
final class Clauses {

    /** A way to write a source, and its address. */
    private record Place(Pattern source, Function<MatchResult, String> address) {
        static Place of(String source, Function<MatchResult, String> address) {
            return new Place(Pattern.compile(source), address);
        }

        static Place of(String source, String address) {
            return of(source, match -> address);
        }
    }

    private static final List<Place> PLACES = List.of(
            Place.of(
                    "RFC (\\d+)(?:\\)?, (\\d[\\d.]*\\d|\\d))?",
                    match -> "https://www.rfc-editor.org/rfc/rfc" + match.group(1)
                            + (match.group(2) == null ? "" : "#section-" + match.group(2))),
            Place.of(
                    "^xAPI 1\\.0\\.3, (Data|Communication|About)\\b",
                    match -> "https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-" + match.group(1) + ".md"),
            Place.of("^IEEE 9274\\.1\\.1", "https://standards.ieee.org/ieee/9274.1.1/7321/"),
            Place.of("^ETSI (EN|TS) (\\d{3}) (\\d)(\\d{2})(?:-(\\d))?", Clauses::etsi),
            Place.of(
                    "^OpenID Connect (Core|Discovery) 1\\.0",
                    match -> "https://openid.net/specs/openid-connect-"
                            + match.group(1).toLowerCase(Locale.ROOT) + "-1_0.html"),
            Place.of("^OpenID Connect Back-Channel", "https://openid.net/specs/openid-connect-backchannel-1_0.html"),
            Place.of("^OpenID Connect RP-Initiated", "https://openid.net/specs/openid-connect-rpinitiated-1_0.html"),
            Place.of("^OpenID Federation 1\\.0", "https://openid.net/specs/openid-federation-1_0.html"),
            Place.of("APPNOTE", "https://pkware.cachefly.net/webdocs/APPNOTE/APPNOTE-6.3.10.TXT"),
            Place.of("^XML 1\\.0", "https://www.w3.org/TR/xml/"),
            Place.of("^XML 1\\.1", "https://www.w3.org/TR/xml11/"),
            Place.of("^Namespaces in XML", "https://www.w3.org/TR/xml-names/"),
            Place.of("^XML Base", "https://www.w3.org/TR/xmlbase/"),
            Place.of(
                    "^XML Schema 1\\.0 Part ([12])",
                    match -> "https://www.w3.org/TR/xmlschema-" + match.group(1) + "/"),
            Place.of("^(?:IEEE 1484\\.12\\.1|LOM )", "https://standards.ieee.org/ieee/1484.12.1/7699/"),
            Place.of("^IMS (?:CP|Content Packaging)", "https://www.imsglobal.org/content/packaging/index.html"),
            Place.of("^SCORM", "https://adlnet.gov/projects/scorm/"),
            Place.of(
                    "(GB(?:/T)? \\d[\\d.-]*\\d)",
                    match -> "https://openstd.samr.gov.cn/bzgk/gb/std_list?p.p2="
                            + match.group(1).replace("/", "%2F").replace(" ", "%20")));

    private Clauses() {}

    private static String etsi(MatchResult match) {
        String hundreds = match.group(2) + match.group(3);
        String part = match.group(5) == null ? "" : "0" + match.group(5);
        return "https://www.etsi.org/deliver/etsi_" + match.group(1).toLowerCase(Locale.ROOT) + '/' + hundreds + "00_"
                + hundreds + "99/" + hundreds + match.group(4) + part + '/';
    }

    /** A source as HTML, with a link for each of its parts whose address is known. */
    static String links(String source) {
        StringBuilder out = new StringBuilder();
        for (String part : source.split("; ")) {
            out.append(out.isEmpty() ? "" : "; ").append(link(part));
        }
        return out.toString();
    }

    private static String link(String part) {
        for (Place place : PLACES) {
            Matcher matcher = place.source().matcher(part);
            if (matcher.find()) {
                return "<a href=\"" + Markup.escape(place.address().apply(matcher.toMatchResult()))
                        + "\" rel=\"noreferrer\">" + Markup.escape(part) + "</a>";
            }
        }
        return Markup.both(Bilingual.of(locale -> Requirement.source(part, locale)));
    }
}
