package org.fitmesh.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.fitmesh.code.sample.Failing;
import org.fitmesh.code.sample.Library;
import org.fitmesh.code.sample.Members;
import org.fitmesh.code.sample.Scalars;
import org.fitmesh.error.ErrorCode;
import org.fitmesh.error.RequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodeFailuresTest {
    private static final Sample SAMPLE =
            Sample.of(Failing.class, Scalars.class, Members.class, Library.class);

    record Bad(String document, String variables, String path, String message) {}

    @ParameterizedTest
    @CsvSource({
        "{ plain },                      not on a Sunday,       unexpected, $.selectionSet.plain",
        "{ a: coded },                   you are too late,      too-late,   $.selectionSet.a",
        "{ wrapped },                    you are too late,      too-late,   $.selectionSet.wrapped",
        "{ later },                      you are too late,      too-late,   $.selectionSet.later",
        "{ shown },                      shown by the setting,  unexpected, $.selectionSet.shown",
        "{ own },                        not here,              not-found,  $.mine",
        "{ uuid coded plain },           you are too late,      too-late,   $.selectionSet.coded",
        "{ uuid plain coded },           not on a Sunday,       unexpected, $.selectionSet.plain",
    })
    void whatIsForClients(String document, String message, String code, String path) {
        RequestException failure = fails(document, "{}");

        assertThat(failure)
                .hasMessage(message)
                .extracting(RequestException::codeText, f -> f.path().text())
                .containsExactly(code, path);
    }

    @ParameterizedTest
    @CsvSource({
        "{ hidden },         $.selectionSet.hidden",
        "{ deep },           $.selectionSet.deep",
        "{ t: trap {bait} }, $.selectionSet.t",
        "mutation {unsaved}, $.selectionSet.unsaved",
    })
    void whatIsNotForClientsIsMasked(String document, String path) {
        RequestException failure = fails(document, "{}");

        assertThat(failure).hasMessage("internal error").hasNoCause();
        assertThat(failure.code()).isEqualTo(ErrorCode.UNEXPECTED);
        assertThat(failure.path().text()).isEqualTo(path);
        assertThat(failure.hint().orElseThrow()).startsWith("the server's log has it under id ");
    }

    static Stream<Bad> badArguments() {
        return Stream.of(
                bad("{ uuid(v: \"x\") }", "{}", "uuid.args.v", "type uuid: \"x\""),
                bad("query($v: uuid) { a: uuid(v: $v) }", "{\"v\": 1}", "a.args.v", "uuid: 1"),
                bad("{ date(v: \"2024-02-30\") }", "{}", "date.args.v", "type date"),
                bad("{ primitiveLong(v: 9223372036854775808) }", "{}", "primitiveLong.args.v", ""),
                bad("{ primitiveShort(v: 40000) }", "{}", "primitiveShort.args.v", "smallint"),
                bad("{ primitiveInt(v: 3000000000) }", "{}", "primitiveInt.args.v", "Int"),
                bad("{ primitiveInt(v: null) }", "{}", "primitiveInt.args.v", "null"),
                bad("{ bigDecimal(v: \"1e99999\") }", "{}", "bigDecimal.args.v", "numeric"),
                bad("{ longs(v: [1, \"x\"]) }", "{}", "longs.args.v[1]", "bigint"),
                bad("{ jsonObject(v: [1]) }", "{}", "jsonObject.args.v", ""),
                bad("{ uuidId(v: \"x\") }", "{}", "uuidId.args.v", ""),
                bad(
                        "{ everything(v: {smallint: 1, number: 1, inner: {smallint: 1, number: 1,"
                                + " uuid: \"x\"}}) { uuid } }",
                        "{}",
                        "everything.args.v.inner.uuid",
                        "uuid"),
                bad(
                        "query($v: EverythingInput) { everything(v: $v) { uuid } }",
                        "{\"v\": {\"smallint\": 1, \"number\": 2, \"instant\": \"noon\"}}",
                        "everything.args.v.instant",
                        "timestamptz"),
                bad(
                        "{ authors { shelf(times: 3000000000) } }",
                        "{}",
                        "authors.selectionSet.shelf.args.times",
                        ""));
    }

    @ParameterizedTest
    @MethodSource("badArguments")
    void badArgumentsAreToldAtTheirPlace(Bad one) {
        RequestException failure = fails(one.document(), one.variables());

        assertThat(failure.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(failure.path().text()).isEqualTo("$.selectionSet." + one.path());
        assertThat(failure).hasMessageContaining(one.message());
    }

    @Test
    void aDocumentThatIsNotValidIsRefused() {
        assertThat(fails("{ unknown }", "{}").code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(fails("{ ", "{}").code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
    }

    private static Bad bad(String document, String variables, String path, String message) {
        return new Bad(document, variables, path, message);
    }

    private static RequestException fails(String document, String variables) {
        return catchThrowableOfType(RequestException.class, () -> SAMPLE.ask(document, variables));
    }
}
