package io.xuemeng.conformance.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forms are filled in as somebody does who reads their labels. */
class FormTest {

    private static Form form(String page) {
        return Form.of(page, "lihua", "p w").orElseThrow();
    }

    @Test
    void aPageWithoutAFormHasNone() {
        assertThat(Form.of("<p>form</p>", "lihua", "p w")).isEmpty();
    }

    @Test
    void nameAndPasswordGoIntoTheirFieldsAndHiddenOnesStay() {
        Form form = form("""
                <form method=post action='/login?a=1&amp;b=2'>
                <INPUT TYPE="hidden" NAME="csrf" VALUE="a&quot;b&amp;c&lt;">
                <label>Account</label><input name=account autocomplete="username" required>
                <input type="password" name="password">
                <input name="captcha" value="">
                <button name="action" value="signin">Sign in</button>
                <button name="action" value="cancel">Cancel</button></form>
                """);

        assertThat(form.action()).isEqualTo("/login?a=1&b=2");
        assertThat(form.hasPassword()).isTrue();
        assertThat(form.fields())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "csrf", "a\"b&c<", "account", "lihua", "password", "p w", "captcha", "", "action", "signin"));
    }

    @Test
    void aFormToAgreeOnIsSentAsItStands() {
        Form form = form("""
                <form><input type="checkbox" name="share" checked><input type="checkbox" name="more" value="1">
                <input type="radio" name="for" value="once"><input type="radio" name="for" value="always" checked>
                <input type="submit" name="agree" value="Yes"></form><form action="/other"></form>
                """);

        assertThat(form.action()).isEmpty();
        assertThat(form.hasPassword()).isFalse();
        assertThat(form.fields()).isEqualTo(Map.of("share", "on", "for", "always", "agree", "Yes"));
    }
}
