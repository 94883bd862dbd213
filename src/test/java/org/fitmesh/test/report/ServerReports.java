package org.fitmesh.test.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The reports of one server's run ({@code TEST-*.xml}).
 *
 * @param server its name, that of the folder
 * @param cases by class and name; cases of one name are told apart by a number
 */
record ServerReports(String server, SortedMap<String, SortedMap<String, Outcome>> cases) {

    /**
     * Reads a folder.
     *
     * @throws IOException when it is not there, has no report, or one that is no XML
     */
    static ServerReports read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(ServerReports::isReport).sorted().toList();
        }
        if (files.isEmpty()) throw new IOException("no reports in " + folder);
        ServerReports reports = new ServerReports(folder.getFileName().toString(), new TreeMap<>());
        for (Path file : files) {
            reports.add(file);
        }
        return reports;
    }

    private static boolean isReport(Path file) {
        return file.getFileName().toString().matches("TEST-.*\\.xml");
    }

    /** The names of the cases of a class; none when it did not run. */
    Set<String> names(String testClass) {
        return of(testClass).keySet();
    }

    /** Whether a class has run and every case of it has passed. */
    boolean isGreen(String testClass) {
        return !of(testClass).isEmpty()
                && of(testClass).values().stream().allMatch(Outcome.PASSED::equals);
    }

    /** Whether a case has run and passed. */
    boolean passed(String testClass, String name) {
        return of(testClass).get(name) == Outcome.PASSED;
    }

    /** What became of a case; empty when it did not run. */
    Optional<Outcome> outcome(String testClass, String name) {
        return Optional.ofNullable(of(testClass).get(name));
    }

    /** How many cases of a class passed. */
    long passed(String testClass) {
        return of(testClass).values().stream().filter(Outcome.PASSED::equals).count();
    }

    private Map<String, Outcome> of(String testClass) {
        return cases.getOrDefault(testClass, new TreeMap<>());
    }

    private void add(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
                if (xml.getLocalName().equals("testcase")) add(xml);
            }
        } catch (XMLStreamException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** The failure of a class as a whole is a case without a name. */
    private void add(XMLStreamReader xml) throws XMLStreamException {
        String testClass = xml.getAttributeValue(null, "classname");
        String name = xml.getAttributeValue(null, "name");
        Map<String, Outcome> ofClass = cases.computeIfAbsent(testClass, key -> new TreeMap<>());
        String unique = name;
        for (int number = 2; ofClass.containsKey(unique); number++) {
            unique = name + " #" + number;
        }
        ofClass.put(unique, outcome(xml));
    }

    private static Outcome outcome(XMLStreamReader xml) throws XMLStreamException {
        Outcome outcome = Outcome.PASSED;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("testcase")) {
                return outcome;
            }
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            outcome =
                    switch (xml.getLocalName()) {
                        case "failure", "error" -> Outcome.FAILED;
                        case "skipped" -> Outcome.SKIPPED;
                        default -> outcome;
                    };
        }
    }
}
