@echo off
start quiz.html
