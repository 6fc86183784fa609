"""Scrapy without its cache, 32 in flight, no evidence: title, date and links of each page."""

import json
import re

import scrapy

WANTED = re.compile(r"^/u\d\d/c\d\d/")


class BenchSpider(scrapy.Spider):
    name = "bench"
    custom_settings = {
        "CONCURRENT_REQUESTS": 32,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 32,
        "DOWNLOAD_DELAY": 0,
        "ROBOTSTXT_OBEY": True,
        "LOG_LEVEL": "WARNING",
        "TELNETCONSOLE_ENABLED": False,
    }

    def start_requests(self):
        with open(self.start, encoding="utf-8") as file:
            for url in json.load(file):
                yield scrapy.Request(url)

    def parse(self, response):
        title = response.css("title::text").get()
        date = response.css(".info, .list").re_first(r"20\d\d-\d\d-\d\d")
        self.crawler.stats.inc_value("read", 1 if title and date else 0)
        for href in response.css("a::attr(href)").getall():
            if WANTED.match(href):
                yield response.follow(href)
