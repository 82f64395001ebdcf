package io.xuemeng.conformance.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which differences between a statement that was sent and one that came back count. */
class SameStatementTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what the store sets or may complete
                "{'a':1} | {'a':1,'id':'x','stored':'y','authority':{},'version':'1.0.0','timestamp':'z'}",
                "{'actor':{'mbox':'m'}} | {'actor':{'objectType':'Agent','mbox':'m'}}",
                // the same number, the same moment
                "{'a':{'b':12.50}} | {'a':{'b':12.5}}",
                "{'a':1e2} | {'a':100}",
                "{'timestamp':'2026-09-01T08:00:00+08:00'} | {'timestamp':'2026-09-01T00:00:00.000Z'}",
                // members of groups, which have no order
                "{'actor':{'member':[{'name':'a'},{'name':'b'}]}} | {'actor':{'member':[{'name':'b'},{'name':'a'}]}}",
                // language tags and UUIDs in whatever case
                "{'display':{'zh-CN':'x','en-us':'y'}} | {'display':{'zh-cn':'x','en-US':'y'}}",
                "{'r':'EC531277-b57b-4c15-8d91-d292c5b2b8f7'} | {'r':'ec531277-b57b-4c15-8d91-d292c5b2b8f7'}",
                // the order of properties
                "{'a':1,'b':[{'c':2,'d':null}]} | {'b':[{'d':null,'c':2}],'a':1}",
            })
    void whatMayDifferIsNoDifference(String sent, String given) {
        assertThat(SameStatement.of(json(sent), json(given)).changed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':0.123456789012345} | {'a':0.1234567} | a",
                "{'a':16777217} | {'a':16777221} | a",
                "{'a':{'extensions':{'b':{}}}} | {'a':{'extensions':{'b':{'objectType':'Agent'}}}} | a.extensions.b.objectType",
                "{'extensions':{'member':[1,2]}} | {'extensions':{'member':[2,1]}} | extensions.member.0",
                "{'extensions':{'name':{'zh-CN':1}}} | {'extensions':{'name':{'zh-cn':1}}} | extensions.name.zh-CN",
                "{'display':{'zh-cmn-Hans-CN':'x'}} | {'display':{'cmn-Hans-CN':'x'}} | display.cmn-hans-cn",
                "{'member':[{'name':'a'},{'name':'a'}]} | {'member':[{'name':'a'},{'name':'b'}]} | member.1",
                "{'a':1} | {'a':'1'} | a",
                "{'a':true} | {'a':false} | a",
                "{'a':{'b':'x'}} | {'a':{}} | a.b",
                "{'a':{}} | {'a':{'b':1}} | a.b",
                "{'a':{}} | {'a':{'id':'x'}} | a.id",
                "{'a':{}} | {'a':{'stored':'x'}} | a.stored",
                "{} | {'b':1} | b",
                "{'a':[1,2]} | {'a':[2,1]} | a.0",
                "{'a':[1,2]} | {'a':[1]} | a",
                "{'a':[1,null]} | {'a':[1,3]} | a.1",
                "{'a':[{'b':1}]} | {'a':{'b':1}} | a",
                "{'timestamp':'2026-09-01T08:00:00+08:00'} | {'timestamp':'2026-09-01T08:00:00Z'} | timestamp",
                "{'timestamp':'2026-09-01T08:00:00Z'} | {} | timestamp",
                "{'o':{'timestamp':'2026-09-01T08:00:00Z'}} | {'o':{'timestamp':'2026-09-01T08:00:01Z'}} | o.timestamp",
                "{'a':1} | [] | ''",
            })
    void whatMayNotDifferIsNamedByItsPlace(String sent, String given, String place) {
        assertThat(SameStatement.of(json(sent), json(given)).changed()).first().isEqualTo(place);
    }

    @Test
    void everyDifferenceIsNamed() {
        assertThat(SameStatement.of(json("{'a':1,'b':2,'c':3}"), json("{'a':2,'b':2,'d':1}"))
                        .changed())
                .containsExactly("a", "c", "d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // as a double, as a float, to eight digits
                "{'a':0.1234567890123456789} | {'a':0.12345678901234568}",
                "{'a':0.1234567890123456789} | {'a':0.12345679}",
                "{'a':12345678901} | {'a':12345678848}",
            })
    void aNumberThatLostOnlyWhatTheStandardDoesNotDemandIsImprecise(String sent, String given) {
        SameStatement same = SameStatement.of(json(sent), json(given));
        assertThat(same.changed()).isEmpty();
        assertThat(same.imprecise()).containsExactly("a");
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        return Dialogue.json(text.replace('\'', '"'));
    }
}
