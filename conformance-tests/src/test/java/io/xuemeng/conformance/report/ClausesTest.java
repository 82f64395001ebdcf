package io.xuemeng.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources lead to where they can be read. */
class ClausesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xAPI 1.0.3, Communication 2.1.3.s2.b1 | https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Communication.md",
                "xAPI 1.0.3, Data 2.4.8 | https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md",
                "IEEE 9274.1.1-2023, 4.1.4 | https://standards.ieee.org/ieee/9274.1.1/7321/",
                "RFC 9110, 13.1.1 | https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1",
                "ETSI EN 319 162-1, A.4 | https://www.etsi.org/deliver/etsi_en/319100_319199/31916201/",
                "OpenID Connect Core 1.0, 3.1.3.7 | https://openid.net/specs/openid-connect-core-1_0.html",
                "OpenID Connect Back-Channel Logout 1.0, 2.6 | https://openid.net/specs/openid-connect-backchannel-1_0.html",
                "OpenID Federation 1.0, 10.1 | https://openid.net/specs/openid-federation-1_0.html",
                "ETSI TS 119 312 | https://www.etsi.org/deliver/etsi_ts/119300_119399/119312/",
            })
    void aPartOfASourceIsALink(String source, String address) {
        assertThat(Clauses.links(source))
                .isEqualTo("<a href=\"" + address + "\" rel=\"noreferrer\">" + source + "</a>");
    }

    @Test
    void partsAreLinkedEachForItselfAndWhatHasNoAddressStaysText() {
        assertThat(Clauses.links("profile decision; RFC 7617"))
                .isEqualTo(
                        "<span class=\"zh\" lang=\"zh-CN\">规范自定</span><span class=\"en\" lang=\"en\">profile decision</span>"
                                + "; <a href=\"https://www.rfc-editor.org/rfc/rfc7617\" rel=\"noreferrer\">RFC 7617</a>");
    }
}
